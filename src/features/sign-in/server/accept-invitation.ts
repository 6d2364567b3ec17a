import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { build, dbOn } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import { inTransaction } from '../../../server/database/transaction.ts';
import type { Platform } from '../../../server/http/context.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { Invitation } from '../contract.ts';
import { hashPassword } from './password.ts';
import { setSessionCookies, startSession } from './start-session.ts';
import { idInLink } from './tokens.ts';

interface OpenInvitation {
  id: string;
  person_id: string | null;
  name: string | null;
  email: string | null;
}

interface Acceptance {
  password: string;
  name?: string | undefined;
  email?: string | undefined;
}

/** A link that was used, replaced, or is over answers as one that never was. */
async function findOpen(db: Db, platform: Platform, token: string, now: Date): Promise<OpenInvitation> {
  const id = idInLink(platform.secretKey, 'invitation', token);
  if (id === null) throw problem('not_found');
  const invitation = await db.first(
    sql<OpenInvitation>`
      select i.id, i.person_id, p.name, a.email
        from invitation i
        left join person p on p.id = i.person_id
        left join person_address a on a.person_id = p.id
       where i.id = ${id} and i.used_at is null and i.expires_at > ${now}
         and (i.shown_at is null or not app.has_something_to_read(i.person_id))
         and case when i.person_id is null then not app.has_admin()
                  else p.active and p.has_login
                       and not exists (select from credential c where c.person_id = p.id) end`,
  );
  if (invitation === undefined) throw problem('not_found');
  return invitation;
}

export async function openInvitation(platform: Platform, token: string): Promise<Invitation> {
  const found = await findOpen(dbOn(platform.signIn), platform, token, platform.clock());
  return { name: found.name, email: found.email, firstAdmin: found.person_id === null };
}

export async function acceptInvitation(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  acceptance: Acceptance,
): Promise<{ person: { id: string; name: string } }> {
  const now = platform.clock();
  await findOpen(dbOn(platform.signIn), platform, token, now); // before the costly hash
  const passwordHash = await hashPassword(acceptance.password);
  const accepted = await inTransaction(platform.signIn, async (db) => {
    const invitation = await findOpen(db, platform, token, now);
    // Single use: of two at once, one finds it used.
    const used = await db.run(
      build
        .updateTable('invitation')
        .set({ used_at: now })
        .where('id', '=', invitation.id)
        .where('used_at', 'is', null),
    );
    if (used === 0) throw problem('not_found');
    const person = await personOf(db, invitation, acceptance);
    await db.run(
      build.insertInto('credential').values({ person_id: person.id, password_hash: passwordHash }),
    );
    return { person, sessionToken: await startSession(db, request, person.id) };
  });
  setSessionCookies(platform, reply, accepted.sessionToken, accepted.person.id);
  return { person: accepted.person };
}

async function personOf(
  db: Db,
  invitation: OpenInvitation,
  acceptance: Acceptance,
): Promise<{ id: string; name: string }> {
  if (invitation.person_id !== null) return { id: invitation.person_id, name: invitation.name ?? '' };
  const { name, email } = acceptance;
  if (name === undefined || email === undefined) {
    throw problem('invalid', {
      errors: [
        ...(name === undefined ? [{ path: 'name', message: 'Enter your name.' }] : []),
        ...(email === undefined ? [{ path: 'email', message: 'Enter your address.' }] : []),
      ],
    });
  }
  const id = newId();
  await db.run(build.insertInto('person').values({ id, name, has_login: true, is_admin: true }));
  await db.run(build.insertInto('person_address').values({ person_id: id, email }));
  return { id, name };
}
