import { sql } from 'kysely';
import type { Platform } from '../../../server/http/context.ts';
import type { Asker, Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { build } from '../../../server/database/query.ts';
import { confirmPassword } from './confirm-password.ts';
import { notifyOfSignIn } from './notify-of-sign-in.ts';
import { idInLink } from './tokens.ts';

const aDay = 24 * 3600 * 1000;

/** Only the person, with their password; and it takes effect only from the mailbox that is theirs now. */
export async function askAddressChange(
  platform: Platform,
  asker: Asker,
  { email, password }: { email: string; password: string },
): Promise<{ expiresAt: string }> {
  await confirmPassword(platform, asker, { path: 'password', password });
  return asker.act(async (context) => noteAddressChange(context, email));
}

async function noteAddressChange(
  { db, viewer, now }: Context,
  email: string,
): Promise<{ expiresAt: string }> {
  const standing = await db.first(
    sql<{ email: string; taken: boolean }>`
      select a.email, exists (select from person_address other where other.email = ${email}) as taken
        from person_address a where a.person_id = ${viewer.id}`,
  );
  if (standing === undefined) throw problem('conflict', { detail: 'You have no address to change.' });
  if (standing.taken) {
    throw problem('invalid', { errors: [{ path: 'email', message: 'This address cannot be used.' }] });
  }
  const id = newId();
  const expiresAt = new Date(now.getTime() + aDay);
  await db.run(
    build.insertInto('address_change').values({
      id,
      person_id: viewer.id,
      old_email: standing.email,
      new_email: email,
      created_at: now,
      expires_at: expiresAt,
    }),
  );
  await notifyOfSignIn(db, 'person.address-change-asked', id);
  return { expiresAt: expiresAt.toISOString() };
}

interface OpenChange {
  id: string;
  old_email: string;
  new_email: string;
}

async function findOpen(
  platform: Platform,
  { db, viewer, now }: Context,
  token: string,
): Promise<OpenChange> {
  const id = idInLink(platform.secretKey, 'address-change', token);
  const found =
    id === null
      ? undefined
      : await db.first(
          sql<OpenChange>`
            select id, old_email, new_email from address_change
             where id = ${id} and person_id = ${viewer.id} and confirmed_at is null and expires_at > ${now}`,
        );
  if (found === undefined) throw problem('not_found');
  return found;
}

export async function openAddressChange(
  platform: Platform,
  context: Context,
  token: string,
): Promise<{ oldEmail: string; newEmail: string }> {
  const open = await findOpen(platform, context, token);
  return { oldEmail: open.old_email, newEmail: open.new_email };
}

export async function confirmAddressChange(
  platform: Platform,
  context: Context,
  token: string,
): Promise<void> {
  const { db } = context;
  const { id } = await findOpen(platform, context, token);
  const row = await db.first(
    sql<{ confirmed: boolean }>`select app.confirm_address_change(${id}) as confirmed`,
  );
  if (row?.confirmed !== true) {
    throw problem('conflict', { detail: 'Somebody else has this address by now. Ask for another one.' });
  }
  await notifyOfSignIn(db, 'person.address-changed', id);
}
