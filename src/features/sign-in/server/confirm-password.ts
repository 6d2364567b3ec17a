import { sql } from 'kysely';
import type { Platform } from '../../../server/http/context.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Problem } from '../../../shared/problems.ts';
import { mayTry } from '../domain/attempts.ts';
import { countTry, forgetFailures } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { attemptKey } from './tokens.ts';

/**
 * Asks for the password again before something that a stolen session must not do. A wrong one is returned and not
 * thrown, so that the failure stays counted.
 */
export async function confirmPassword(
  platform: Platform,
  { db, viewer, now }: Context,
  { path, password }: { path: string; password: string },
): Promise<Problem | null> {
  const key = attemptKey(platform.secretKey, 'device', viewer.id);
  const failures = await countTry(db, { account: key, address: key, device: key }, ['device'], now);
  if (!mayTry(failures, true)) throw problem('too_many_attempts');
  const stored = await db.first(
    sql<{ password_hash: string }>`select password_hash from credential where person_id = ${viewer.id}`,
  );
  if (!(await verifyPassword(password, stored?.password_hash ?? null))) {
    return problem('invalid', { errors: [{ path, message: 'This is not your current password.' }] });
  }
  await forgetFailures(db, key, now);
  return null;
}
