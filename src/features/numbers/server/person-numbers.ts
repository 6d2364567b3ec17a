import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { figuresOf } from '../../kpis/domain/figures.ts';
import type { Figures, Numbers } from '../../kpis/domain/figures.ts';
import { startOf } from '../../kpis/domain/periods.ts';
import type { Period } from '../../kpis/domain/periods.ts';
import { numbersOf, readFrom } from '../../kpis/server/numbers-reach.ts';
import type { NumbersOfPerson } from '../../kpis/server/numbers-reach.ts';

interface Wanted {
  period: Period;
  today: string;
  /** Null: all of them. */
  kpiId: string | null;
}

/** Of somebody whose numbers the viewer may see, or 404. */
export async function loadPersonNumbers(
  db: Reader,
  personId: string,
  { period, today, kpiId }: Wanted,
): Promise<NumbersOfPerson> {
  const since = readFrom(period, startOf(period, today));
  const [row] = await numbersOf(db, sql`p.id = ${personId}`, { period, since, kpiId });
  if (row === undefined) throw problem('not_found');
  return row;
}

/** As they stand today. */
export function figuresNow(numbers: Numbers, period: Period, today: string): Figures {
  return figuresOf(numbers, { period, on: today, today, compareWith: 'previous' });
}
