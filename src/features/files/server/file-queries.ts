import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';

export interface FileRow {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
  added_at: string;
  added_by: string;
  added_by_name: string;
}

const columns = sql`f.id, f.name, f.size, f.type, f.sha256, f.added_at, f.added_by, p.name as added_by_name`;

export async function filesOf(db: Reader, oneOnOneId: string): Promise<FileRow[]> {
  return db.all(sql<FileRow>`
    select ${columns}
      from one_on_one o join file f on f.one_on_one_id = o.id join person p on p.id = f.added_by
     where o.id = ${oneOnOneId} and ${isVisible}
     order by f.added_at, f.id`);
}

/** A file through its one-on-one, never by its id alone; 404 where either is not there for the viewer. */
export async function reachFile(db: Reader, oneOnOneId: string, fileId: string): Promise<FileRow> {
  const row = await db.first(sql<FileRow>`
    select ${columns}
      from one_on_one o join file f on f.one_on_one_id = o.id join person p on p.id = f.added_by
     where o.id = ${oneOnOneId} and f.id = ${fileId} and ${isVisible}`);
  if (row === undefined) throw problem('not_found');
  return row;
}
