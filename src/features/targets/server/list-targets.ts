import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { Target, TargetChange } from '../contract.ts';
import { presentTarget, presentTargetChange } from './present-target.ts';
import { findTargetChanges, findTargets } from './target-queries.ts';
import { reachBound } from './target-reach.ts';
import type { Whose } from './target-reach.ts';

interface Listed {
  items: Target[];
  history: TargetChange[];
  abilities: { set: boolean };
}

/** Of a person also those of their teams, which only whoever manages the team edits. */
export async function listTargets(
  { db }: Context,
  { kpiId = null, ...whose }: Whose & { kpiId?: string | undefined | null },
): Promise<Listed> {
  const bound = await reachBound(db, whose);
  const ofKpi = sql`(${kpiId}::uuid is null or t.kpi_id = ${kpiId}::uuid)`;
  const binding =
    bound.personId === null
      ? sql`t.team_id = ${bound.teamId}`
      : sql`(t.person_id = ${bound.personId} or t.team_id in (select app.teams_of(${bound.personId})))`;
  const items = await findTargets(db, sql`${binding} and ${ofKpi}`);
  const history = await findTargetChanges(db, sql`${binding} and ${ofKpi}`);
  const isTheirs = ({ person_id: personId }: { person_id: string | null }) => personId === bound.personId;
  return {
    items: items.map((row) => presentTarget(row, bound.maySet && isTheirs(row))),
    history: history.map(presentTargetChange),
    abilities: { set: bound.maySet },
  };
}
