import { sql } from 'kysely';
import type { Viewer } from '../database/transaction.ts';
import { dbOn } from '../database/query.ts';
import type { Platform } from './context.ts';

/** Keeps the idle time right. At most once in five minutes a session, and never in the request's way. */
export function noteSessionSeen(platform: Platform, viewer: Viewer): void {
  if (!viewer.isStale) return;
  dbOn(platform.signIn)
    .run(sql`update session set last_seen_at = now() where id = ${viewer.sessionId}`)
    .catch((error: unknown) => platform.log?.warn({ err: error }, 'session not noted as seen'));
}
