import { build } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Problem } from '../../../shared/problems.ts';
import { confirmPassword } from './confirm-password.ts';
import { notifyOfSignIn } from './notify-of-sign-in.ts';
import { hashPassword } from './password.ts';

interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/**
 * Ends all other sessions: whoever changes a password wants to be alone afterwards.
 */
export async function changePassword(
  platform: Platform,
  context: Context,
  change: PasswordChange,
): Promise<Problem | undefined> {
  const { db, viewer, now } = context;
  const fault = await confirmPassword(platform, context, {
    path: 'currentPassword',
    password: change.currentPassword,
  });
  if (fault !== null) return fault;
  const password_hash = await hashPassword(change.newPassword);
  await db.run(
    build
      .updateTable('credential')
      .set({ password_hash, changed_at: now })
      .where('person_id', '=', viewer.id),
  );
  await db.run(
    build
      .deleteFrom('session')
      .where('person_id', '=', viewer.id)
      .where('id', '<>', viewer.sessionId)
      .where('expires_at', 'is', null),
  );
  await notifyOfSignIn(db, 'person.password-changed');
  return undefined;
}
