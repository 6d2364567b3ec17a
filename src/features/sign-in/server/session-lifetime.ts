import { sql } from 'kysely';

/** Idle for seven days, or thirty days old, a session is over. Must agree with app.viewer_id() and app.begin_request(). */
export const isAlive = sql<boolean>`
  (last_seen_at > now() - interval '7 days' and created_at > now() - interval '30 days'
    and (expires_at is null or expires_at > now()))`;
