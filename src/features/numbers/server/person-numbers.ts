import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { figuresOf } from '../../kpis/domain/figures.ts';
import { startOf } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { numbersOf, reachNumbersOf, readFrom } from '../../kpis/server/numbers-reach.ts';
import type { PersonalNumbers, ReachedPerson } from '../../kpis/server/numbers-reach.ts';

export interface LoadedNumbers {
  person: ReachedPerson;
  numbers: PersonalNumbers[];
}

export async function loadPersonNumbers(
  db: Reader,
  personId: string,
  period: Period,
  today: string,
): Promise<LoadedNumbers> {
  const person = await reachNumbersOf(db, personId);
  const since = readFrom(period, startOf(period, today));
  return { person, numbers: await numbersOf(db, sql`select ${person.id}::uuid as id`, { period, since }) };
}

export function presentFigures(numbers: readonly PersonalNumbers[], period: Period, today: string) {
  return numbers.map((one) => figuresOf(one, { period, on: today, today, compareWith: 'previous' }));
}
