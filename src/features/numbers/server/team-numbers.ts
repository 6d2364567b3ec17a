import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { startOf, stepFrom } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { numbersOf, readFrom } from '../../kpis/server/numbers-reach.ts';
import type { NumbersOfPerson } from '../../kpis/server/numbers-reach.ts';
import type { TeamRow } from '../contract.ts';
import { cellOf } from '../domain/team-order.ts';
import { figuresNow } from './person-numbers.ts';

interface Named {
  id: string;
  name: string;
}

interface TeamNumbers {
  teams: Named[];
  people: NumbersOfPerson[];
}

/** Whoever manages nobody has an empty team: nothing of others is told by it. */
export async function loadTeamNumbers(
  db: Reader,
  { period, teamId = null }: { period: Period; teamId?: string | null | undefined },
  today: string,
): Promise<TeamNumbers> {
  const teams = await db.all(
    sql<Named>`select t.id, t.name from app.my_teams() t order by lower(t.name), t.id`,
  );
  const managed = sql`
    p.id in (select m.id from app.managed_people() m)
    and (${teamId}::uuid is null or p.id in (select t.id from app.members_of_my_team(${teamId}) t (id)))`;
  const since = readFrom(period, startOf(period, today));
  return { teams, people: await numbersOf(db, managed, { period, since, kpiId: null }) };
}

/** A person's numbers take some milliseconds of arithmetic: others have their turn between two people. */
export async function presentTeamNumbers(
  { teams, people }: TeamNumbers,
  period: Period,
  today: string,
): Promise<{ teams: Named[]; kpis: Kpi[]; changed: { from: string; to: string }; rows: TeamRow[] }> {
  const all = people.flatMap(({ numbers }) => numbers.map(({ kpi }) => kpi));
  const kpis = [...new Map(all.map((kpi) => [kpi.id, kpi])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
  const now = startOf(period, today);
  const rows: TeamRow[] = [];
  for (const { person, numbers } of people) {
    rows.push({
      person: { id: person.id, name: person.name },
      cells: kpis.map(({ id }) => {
        const found = numbers.find(({ kpi }) => kpi.id === id);
        return found === undefined ? null : cellOf(figuresNow(found, period, today));
      }),
    });
    await nextTurn();
  }
  return {
    teams,
    kpis,
    changed: { from: stepFrom(period, now, -2), to: stepFrom(period, now, -1) },
    rows,
  };
}
