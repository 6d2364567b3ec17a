import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { attemptWindowMinutes } from '../domain/attempts.ts';
import type { AttemptKind, Failures } from '../domain/attempts.ts';

export type AttemptKeys = Record<AttemptKind, string>;

const windowLength = sql`make_interval(mins => ${attemptWindowMinutes})`;

export async function countFailures(db: Db, keys: AttemptKeys, now: Date): Promise<Failures> {
  const rows = await db.all(
    sql<{ key: string; failures: number }>`
      select key, sum(failures)::int as failures from sign_in_attempt
       where key = any(${Object.values(keys)}) and window_start > ${now}::timestamptz - ${windowLength}
       group by key`,
  );
  const of = (key: string) => rows.find((row) => row.key === key)?.failures ?? 0;
  return { account: of(keys.account), address: of(keys.address), device: of(keys.device) };
}

/** Counted by the minute, so that the window slides. */
export async function noteFailure(db: Db, keys: readonly string[], now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  await db.run(
    sql`insert into sign_in_attempt (key, window_start, failures)
        select key, ${minute}, 1 from unnest(${keys}::text[]) key
        on conflict (key, window_start) do update set failures = sign_in_attempt.failures + 1`,
  );
}

export async function forgetFailures(db: Db, key: string, now: Date): Promise<void> {
  await db.run(
    sql`delete from sign_in_attempt where key = ${key} or window_start < ${now}::timestamptz - ${windowLength}`,
  );
}
