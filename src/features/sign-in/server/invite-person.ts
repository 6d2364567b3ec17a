import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { mayAdminister } from '../../people/domain/rights.ts';

/** Mails an invitation; an earlier one that was not used stops working. */
export async function invitePerson(
  { db, viewer, now, announce }: Context,
  personId: string,
): Promise<{ expiresAt: string }> {
  if (!mayAdminister(viewer.isAdmin)) throw problem('forbidden', { detail: 'Only an admin invites people.' });
  const person = await db.first(
    sql<{
      may: boolean;
      name: string;
    }>`select name, app.may_be_invited(id) as may from person where id = ${personId}`,
  );
  if (person === undefined) throw problem('not_found');
  const invitationId = newId();
  const invited = person.may
    ? await db.first(
        sql<{ expires_at: string | null }>`select app.invite(${invitationId}, ${personId}) as expires_at`,
      )
    : undefined;
  if (!invited?.expires_at) {
    throw problem('conflict', {
      detail: `${person.name} cannot be invited: that takes an address, login access, and that they never chose a password.`,
    });
  }
  await announce(db, {
    kind: 'person.invited',
    recipientId: personId,
    actorId: viewer.id,
    oneOnOneId: null,
    invitationId,
    at: now,
  });
  return { expiresAt: invited.expires_at };
}
