import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { PointNote } from '../contract.ts';

interface NoteRow {
  body: RichText;
  version: number;
  updated_at: string;
}

/** The viewer's own, on a point that was reached; everybody else's exist for nobody. */
export async function findPointNote(db: Db, pointId: string): Promise<PointNote> {
  const row = await db.first(sql<NoteRow>`
    select body, version, updated_at
      from point_note where point_id = ${pointId} and author_id = (select app.viewer_id())`);
  if (row === undefined) return { body: null, version: 0, updatedAt: null };
  return {
    body: isEmptyRichText(row.body) ? null : row.body,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
