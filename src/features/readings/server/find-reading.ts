import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { reachNumbersOf } from '../../kpis/server/numbers-reach.ts';
import type { ReadingPlace } from './remove-reading.ts';

/** Null: there is none on that day. */
export async function findReading(
  db: Reader,
  { personId, kpiId, on }: ReadingPlace,
): Promise<{ value: number | null }> {
  const person = await reachNumbersOf(db, personId);
  const row = await db.first(sql<{ value: string }>`
    select r.value from reading r where r.person_id = ${person.id} and r.kpi_id = ${kpiId} and r.day = ${on}`);
  return { value: row === undefined ? null : Number(row.value) };
}
