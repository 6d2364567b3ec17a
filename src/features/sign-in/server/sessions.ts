import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import { cookieOptions, sessionCookieName } from '../../../server/http/cookies.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Session } from '../contract.ts';

interface SessionRow {
  id: string;
  device: string;
  created_at: string;
  last_seen_at: string;
}

export async function listSessions({ db, viewer }: Context): Promise<{ items: Session[] }> {
  const rows = await db.all(
    sql<SessionRow>`select id, device, created_at, last_seen_at from session
      where person_id = ${viewer.id}
        and last_seen_at > now() - interval '7 days' and created_at > now() - interval '30 days'
      order by last_seen_at desc, id`,
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      device: row.device,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      current: row.id === viewer.sessionId,
    })),
  };
}

export async function endSession({ db, viewer }: Context, sessionId: string): Promise<void> {
  const ended = await db.run(
    build.deleteFrom('session').where('id', '=', sessionId).where('person_id', '=', viewer.id),
  );
  if (ended === 0) throw problem('not_found');
}

export async function signOut(
  platform: Platform,
  { db, viewer }: Context,
  reply: FastifyReply,
): Promise<void> {
  await db.run(build.deleteFrom('session').where('id', '=', viewer.sessionId));
  const { maxAge: _, ...options } = cookieOptions(platform);
  void reply.clearCookie(sessionCookieName(platform), options);
  void reply.header('clear-site-data', '"cache", "storage"');
}
