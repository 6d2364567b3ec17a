import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Platform } from '../../../server/http/context.ts';
import { dbOn } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import { inTransaction } from '../../../server/database/transaction.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { hashPassword } from './password.ts';
import { setSessionCookies, startSession } from './start-session.ts';
import { idInLink } from './tokens.ts';

interface OpenReset {
  id: string;
  person_id: string;
  name: string;
}

/**
 * Answers before it looks: neither the answer nor its time tells whether there is such an address. The database
 * mails at most three links an hour to each.
 */
export function askPasswordReset(platform: Platform, email: string): void {
  const asked = dbOn(platform.signIn).run(
    sql`select app.ask_password_reset(${newId()}, ${newId()}, ${email.toLowerCase()})`,
  );
  asked.catch((error: unknown) =>
    platform.log?.warn({ err: error }, 'a new password could not be asked for'),
  );
}

export async function openPasswordReset(platform: Platform, token: string): Promise<{ name: string }> {
  const { name } = await findOpen(dbOn(platform.signIn), platform, token);
  return { name };
}

/** A used, old or foreign link answers as one that never was. */
async function findOpen(db: Db, platform: Platform, token: string): Promise<OpenReset> {
  const id = idInLink(platform.secretKey, 'password-reset', token);
  const found =
    id === null
      ? undefined
      : await db.first(
          sql<OpenReset>`
            select r.id, r.person_id, p.name
              from password_reset r join person p on p.id = r.person_id and p.active and p.has_login
             where r.id = ${id} and r.used_at is null and r.expires_at > ${platform.clock()}`,
        );
  if (found === undefined) throw problem('not_found');
  return found;
}

/** Whoever had the old password is out: every session ends, and every other link with them. */
export async function resetPassword(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, password }: { token: string; password: string },
): Promise<{ person: { id: string; name: string } }> {
  await findOpen(dbOn(platform.signIn), platform, token); // before the costly hash
  const hash = await hashPassword(password);
  const now = platform.clock();
  const { reset, sessionToken } = await inTransaction(platform.signIn, async (db) => {
    const open = await findOpen(db, platform, token);
    const used = await db.run(
      sql`update password_reset set used_at = ${now} where id = ${open.id} and used_at is null`,
    );
    if (used === 0) throw problem('not_found');
    await db.run(
      sql`update password_reset set used_at = ${now} where person_id = ${open.person_id} and used_at is null`,
    );
    await db.run(
      sql`insert into credential (person_id, password_hash) values (${open.person_id}, ${hash})
          on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = ${now}`,
    );
    await db.run(sql`delete from session where person_id = ${open.person_id}`);
    await db.run(sql`select app.notify_of_used_reset(${newId()}, ${open.id})`);
    return { reset: open, sessionToken: await startSession(db, request, open.person_id) };
  });
  setSessionCookies(platform, reply, sessionToken, reset.person_id);
  return { person: { id: reset.person_id, name: reset.name } };
}
