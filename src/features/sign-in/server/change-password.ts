import { build } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import type { Asker, Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
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
  asker: Asker,
  { currentPassword, newPassword }: PasswordChange,
): Promise<void> {
  const before = await confirmPassword(platform, asker, {
    path: 'currentPassword',
    password: currentPassword,
  });
  const after = await hashPassword(newPassword);
  await asker.act(async (context) => replacePassword(context, before, after));
}

async function replacePassword({ db, viewer, now }: Context, before: string, after: string): Promise<void> {
  const replaced = await db.run(
    build
      .updateTable('credential')
      .set({ password_hash: after, changed_at: now })
      .where('person_id', '=', viewer.id)
      .where('password_hash', '=', before),
  );
  if (replaced === 0) {
    throw problem('conflict', {
      detail: 'Your password was changed a moment ago. Sign in with the new one.',
    });
  }
  await db.run(
    build
      .deleteFrom('session')
      .where('person_id', '=', viewer.id)
      .where('id', '<>', viewer.sessionId)
      .where('expires_at', 'is', null),
  );
  await notifyOfSignIn(db, 'person.password-changed');
}
