import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Platform } from '../../../server/http/context.ts';
import { cookieOptions, deviceCookieName, sessionCookieName } from '../../../server/http/cookies.ts';
import { newId } from '../../../server/ids.ts';
import { newSessionToken, tokenHash } from '../../../server/tokens.ts';
import { deviceLabel } from '../domain/device-label.ts';
import { isAlive } from './session-lifetime.ts';
import { deviceProof } from './tokens.ts';

const aYear = 365 * 24 * 3600;

/** Always a new session with a new token: one that was planted beforehand is worth nothing. */
export async function startSession(db: Db, request: FastifyRequest, personId: string): Promise<string> {
  const token = newSessionToken();
  await db.run(
    build.insertInto('session').values({
      id: newId(),
      person_id: personId,
      token_hash: tokenHash(token),
      device: deviceLabel(request.headers['user-agent'] ?? ''),
    }),
  );
  await db.run(sql`delete from session where person_id = ${personId} and not ${isAlive}`);
  return token;
}

export function setSessionCookies(
  platform: Platform,
  reply: FastifyReply,
  token: string,
  personId: string,
): void {
  void reply.setCookie(sessionCookieName(platform), token, cookieOptions(platform));
  const proof = deviceProof(platform.secretKey, personId);
  void reply.setCookie(deviceCookieName(platform), proof, cookieOptions(platform, aYear));
}
