import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { newId } from '../../../server/ids.ts';

type Kind = 'person.password-changed' | 'person.address-change-asked' | 'person.address-changed';

/** A mail to oneself about one's own sign-in: should somebody else have done it, this is how one hears of it. */
export async function notifyOfSignIn(
  db: Db,
  kind: Kind,
  addressChangeId: string | null = null,
): Promise<void> {
  await db.run(sql`select app.notify_of_sign_in(${newId()}, ${kind}, ${addressChangeId}::uuid)`);
}
