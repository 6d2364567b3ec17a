import { sql } from 'kysely';
import { dbOn } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import type { Asker, Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { mayTry } from '../domain/attempts.ts';
import { countTry, forgetFailures } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { attemptKey } from './tokens.ts';

/**
 * Asks for the password again before something that a stolen session must not do. The try is counted and committed
 * before the password is looked at, which takes a while: no connection and no lock is held for it, or whoever
 * guesses would keep everybody else from signing in. Answers the hash that was right.
 */
export async function confirmPassword(
  platform: Platform,
  asker: Asker,
  { path, password }: { path: string; password: string },
): Promise<string> {
  const { key, stored } = await asker.act(async (context) => beginTry(platform, context));
  if (stored === null || !(await verifyPassword(password, stored))) {
    throw problem('invalid', { errors: [{ path, message: 'This is not your current password.' }] });
  }
  await forgetFailures(dbOn(platform.signIn), key, platform.clock());
  return stored;
}

/** One that is refused here counts for nothing: what was counted is thrown away with it. */
async function beginTry(platform: Platform, { db, viewer, now }: Context) {
  const key = attemptKey(platform.secretKey, 'device', viewer.id);
  const failures = await countTry(db, { account: key, address: key, device: key }, ['device'], now);
  if (!mayTry(failures, true)) throw problem('too_many_attempts');
  const row = await db.first(
    sql<{ password_hash: string }>`select password_hash from credential where person_id = ${viewer.id}`,
  );
  return { key, stored: row?.password_hash ?? null };
}
