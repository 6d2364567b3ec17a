import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { Session } from '../contract.ts';
import { isAlive } from './session-lifetime.ts';

interface SessionRow {
  id: string;
  device: string;
  created_at: string;
  last_seen_at: string;
}

export async function listSessions({ db, viewer }: Context): Promise<{ items: Session[] }> {
  const rows = await db.all(
    sql<SessionRow>`select id, device, created_at, last_seen_at from session
      where person_id = ${viewer.id} and expires_at is null and ${isAlive}
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
