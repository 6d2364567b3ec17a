import type { FastifyReply } from 'fastify';
import { build } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import { cookieOptions, sessionCookieName } from '../../../server/http/cookies.ts';
import type { Context } from '../../../server/http/serve.ts';

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
