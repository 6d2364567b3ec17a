import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Problem } from '../../../shared/problems.ts';
import { mayTry } from '../domain/attempts.ts';
import { countTry, forgetFailures } from './attempts.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { attemptKey } from './tokens.ts';

interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/**
 * Ends all other sessions: whoever changes a password wants to be alone afterwards. A wrong one is returned and
 * not thrown, so that the failure stays counted.
 */
export async function changePassword(
  platform: Platform,
  { db, viewer, now }: Context,
  change: PasswordChange,
): Promise<Problem | undefined> {
  const key = attemptKey(platform.secretKey, 'device', viewer.id);
  const failures = await countTry(db, { account: key, address: key, device: key }, ['device'], now);
  if (!mayTry(failures, true)) throw problem('too_many_attempts');
  const stored = await db.first(
    sql<{ password_hash: string }>`select password_hash from credential where person_id = ${viewer.id}`,
  );
  if (!(await verifyPassword(change.currentPassword, stored?.password_hash ?? null))) {
    return problem('invalid', {
      errors: [{ path: 'currentPassword', message: 'This is not your current password.' }],
    });
  }
  await forgetFailures(db, key, now);
  const password_hash = await hashPassword(change.newPassword);
  await db.run(
    build
      .updateTable('credential')
      .set({ password_hash, changed_at: now })
      .where('person_id', '=', viewer.id),
  );
  await db.run(
    build.deleteFrom('session').where('person_id', '=', viewer.id).where('id', '<>', viewer.sessionId),
  );
  return undefined;
}
