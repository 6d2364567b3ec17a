import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { Archive } from '../contract.ts';

/** Mine, newest first. */
export async function archiveRows(
  db: Reader,
  condition: RawBuilder<unknown> = sql`true`,
): Promise<Archive[]> {
  return db.all(sql<Archive>`
    select j.id, j.what, j.format, j.state, j.done, j.total, j.created_at as "createdAt", j.expires_at as "expiresAt"
      from export_job j
     where j.person_id = (select app.viewer_id()) and j.expires_at > now() and ${condition}
     order by j.created_at desc, j.id desc`);
}

/** The viewer's own; 404 for anybody else's. */
export async function reachArchive(db: Reader, id: string): Promise<Archive> {
  const [row] = await archiveRows(db, sql`j.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return row;
}
