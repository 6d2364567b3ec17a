import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { attemptWindowMinutes } from '../domain/attempts.ts';
import type { AttemptKind, Failures } from '../domain/attempts.ts';

export type AttemptKeys = Record<AttemptKind, string>;

const windowLength = sql`make_interval(mins => ${attemptWindowMinutes})`;

async function countFailures(db: Db, keys: AttemptKeys, now: Date): Promise<Failures> {
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
function minuteOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}

/**
 * Counts a try as failed before the password is looked at, and answers how many had failed before it: guesses
 * that are sent all at once must not find the count still empty.
 */
export async function countTry(
  db: Db,
  keys: AttemptKeys,
  held: readonly AttemptKind[],
  now: Date,
): Promise<Failures> {
  await db.run(
    sql`insert into sign_in_attempt (key, window_start, failures)
        select key, ${minuteOf(now)}, 1 from unnest(${held.map((kind) => keys[kind])}::text[]) key
        on conflict (key, window_start) do update set failures = sign_in_attempt.failures + 1`,
  );
  const failures = await countFailures(db, keys, now);
  for (const kind of held) failures[kind] -= 1;
  return failures;
}

/** A try that was refused unseen, or succeeded, is none of the failures. */
export async function uncountTry(db: Db, key: string, now: Date): Promise<void> {
  await db.run(
    sql`update sign_in_attempt set failures = failures - 1 where key = ${key} and window_start = ${minuteOf(now)}`,
  );
}

export async function forgetFailures(db: Db, key: string, now: Date): Promise<void> {
  await db.run(
    sql`delete from sign_in_attempt where key = ${key} or window_start < ${now}::timestamptz - ${windowLength}`,
  );
}
