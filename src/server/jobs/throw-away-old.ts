import { sql } from 'kysely';
import type pg from 'pg';
import { dbOn } from '../database/query.ts';

/** Read notices and old ways back in after half a year, sessions that are over, counts of failed sign-ins. Answers how many rows went. */
export async function throwAwayOld(worker: pg.Pool, now: Date): Promise<number> {
  const row = await dbOn(worker).first(sql<{ gone: number }>`select app.throw_away_old(${now}) as gone`);
  return row?.gone ?? 0;
}
