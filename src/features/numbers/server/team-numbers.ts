import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { figuresOf } from '../../kpis/domain/figures.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { startOf } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { numbersOf, readFrom } from '../../kpis/server/numbers-reach.ts';
import type { PersonalNumbers } from '../../kpis/server/numbers-reach.ts';
import type { TeamRow } from '../contract.ts';
import { lastChange } from '../domain/change.ts';

interface Named {
  id: string;
  name: string;
}

interface TeamNumbers {
  teams: Named[];
  people: Named[];
  numbers: PersonalNumbers[];
}

/** Whoever manages nobody has an empty team: nothing of others is told by it. */
export async function loadTeamNumbers(
  db: Reader,
  { period, teamId = null }: { period: Period; teamId?: string | null | undefined },
  today: string,
): Promise<TeamNumbers> {
  const managed = sql`
    select m.id, m.name from app.managed_people() m
     where ${teamId}::uuid is null or m.id in (select t.person_id from app.members_of_my_team(${teamId}) t (person_id))`;
  const teams = await db.all(
    sql<Named>`select t.id, t.name from app.my_teams() t order by lower(t.name), t.id`,
  );
  const people = await db.all(
    sql<Named>`select m.id, m.name from (${managed}) m order by lower(m.name), m.id`,
  );
  const since = readFrom(period, startOf(period, today));
  return { teams, people, numbers: await numbersOf(db, managed, { period, since }) };
}

export function presentTeamNumbers(
  { teams, people, numbers }: TeamNumbers,
  period: Period,
  today: string,
): { teams: Named[]; kpis: Kpi[]; rows: TeamRow[] } {
  const kpis = [...new Map(numbers.map(({ kpi }) => [kpi.id, kpi])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
  const figures = new Map(
    numbers.map((one) => [
      `${one.personId}/${one.kpi.id}`,
      figuresOf(one, { period, on: today, today, compareWith: 'previous' }),
    ]),
  );
  const cell = (personId: string, kpiId: string) => {
    const found = figures.get(`${personId}/${kpiId}`);
    return found === undefined ? null : { figures: found, change: lastChange(found) };
  };
  return {
    teams,
    kpis,
    rows: people.map((person) => ({ person, cells: kpis.map((kpi) => cell(person.id, kpi.id)) })),
  };
}
