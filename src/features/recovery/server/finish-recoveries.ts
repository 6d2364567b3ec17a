import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn } from '../../../server/database/query.ts';

/** Those whose seven days are over; run every few minutes, by as many processes as there are. Answers how many. */
export async function finishRecoveries(worker: pg.Pool): Promise<number> {
  const row = await dbOn(worker).first(sql<{ finished: number }>`select app.finish_recoveries() as finished`);
  return row?.finished ?? 0;
}
