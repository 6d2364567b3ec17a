import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { mayAdminister } from '../../people/domain/rights.ts';
import { mailedLink } from './invitation-links.ts';

interface Invited {
  expiresAt: string;
  /** To be copied once, where no mail leaves and nothing was shared with the person yet. */
  link: string | null;
}

/** Mails an invitation; an earlier one that was not used stops working. */
export async function invitePerson(platform: Platform, context: Context, personId: string): Promise<Invited> {
  refuseOthers(context);
  const { db } = context;
  const person = await db.first(sql<{ name: string }>`select name from person where id = ${personId}`);
  if (person === undefined) throw problem('not_found');
  const invitation = await tryToInvite(context, personId);
  if (invitation === null) {
    throw problem('conflict', {
      detail: `${person.name} cannot be invited: that takes an address, login access, and that they never chose a password.`,
    });
  }
  const isForCopying = !platform.mailLeaves && (await mayBeShown(db, invitation.id));
  return {
    expiresAt: invitation.expiresAt,
    link: isForCopying ? mailedLink(platform)('invitation', invitation.id) : null,
  };
}

export function refuseOthers({ viewer }: Context): void {
  if (!mayAdminister(viewer.isAdmin)) throw problem('forbidden', { detail: 'Only an admin invites people.' });
}

/** Null where somebody cannot be invited. */
export async function tryToInvite(
  { db, viewer, now, announce }: Context,
  personId: string,
): Promise<{ id: string; expiresAt: string } | null> {
  const id = newId();
  const row = await db.first(
    sql<{ expires_at: string | null }>`select app.invite(${id}, ${personId}) as expires_at`,
  );
  if (!row?.expires_at) return null;
  await announce(db, {
    kind: 'person.invited',
    recipientId: personId,
    actorId: viewer.id,
    oneOnOneId: null,
    invitationId: id,
    at: now,
  });
  return { id, expiresAt: row.expires_at };
}

// Whoever holds the link can choose the password: from now on it works only as long as nothing is shared with them.
async function mayBeShown(db: Db, invitationId: string): Promise<boolean> {
  const row = await db.first(sql<{ may: boolean }>`select app.show_invitation(${invitationId}) as may`);
  return row?.may ?? false;
}
