import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn } from '../../../server/database/query.ts';

/**
 * At night: series whose two are no pair any more end, with a notice and an update of the calendar to both; and what was
 * told months ago is forgotten. Answers how many ended.
 */
export async function endSeriesOfPastPairs(worker: pg.Pool, now: Date): Promise<number> {
  const db = dbOn(worker);
  const ended = await db.all(sql<{ id: string }>`select id from app.end_series_of_past_pairs(${now}) as id`);
  await db.all(sql`select app.forget_meeting_reminders(${now})`);
  return ended.length;
}
