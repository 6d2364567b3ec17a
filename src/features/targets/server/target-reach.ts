import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { mayChangeNumbers } from '../../kpis/domain/rights.ts';
import { reachNumbersOf } from '../../kpis/server/numbers-reach.ts';
import { maySetTeamTarget } from '../domain/rights.ts';

/** Whom targets bind: a person, or each member of a team. */
export interface Whose {
  personId?: string | null | undefined;
  teamId?: string | null | undefined;
}

interface ReachedBound {
  personId: string | null;
  teamId: string | null;
  maySet: boolean;
}

/** Whose targets the viewer may see, or 404; and whether they may set them. */
export async function reachBound(db: Db, { personId = null, teamId = null }: Whose): Promise<ReachedBound> {
  if (personId !== null) {
    const person = await reachNumbersOf(db, personId);
    return { personId, teamId: null, maySet: mayChangeNumbers(person) };
  }
  const team = await db.first(
    sql<{ sees: boolean; manages: boolean; is_admin: boolean }>`
      select app.sees_team_target(${teamId}) as sees, app.manages_team(${teamId}) as manages,
             app.viewer_is_admin() as is_admin
       where app.team_name(${teamId}) is not null`,
  );
  if (team === undefined || !team.sees) throw problem('not_found');
  const maySet = maySetTeamTarget({ viewerIsAdmin: team.is_admin, managesTeam: team.manages });
  return { personId: null, teamId, maySet };
}

/** Before a team goes with its targets: whoever sets one of them has its row, and waits for the team's. */
export async function takeTurnsOfTeam(db: Db, teamId: string): Promise<void> {
  await db.run(sql`
    select app.take_turn_at_target(t.kpi_id, ${teamId}, t.period)
      from (select distinct kpi_id, period from target where team_id = ${teamId} order by kpi_id, period) t`);
}

export function refuseSetting({ maySet }: Pick<ReachedBound, 'maySet'>): void {
  if (!maySet) throw problem('forbidden', { detail: 'Their manager or an admin sets targets.' });
}
