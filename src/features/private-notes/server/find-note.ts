import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { PrivateNote } from '../contract.ts';

interface NoteRow {
  body: RichText;
  version: number;
  updated_at: string;
}

/** The viewer's own; everybody else's exist for nobody. */
export async function findNote(db: Db, oneOnOneId: string): Promise<PrivateNote> {
  const row = await db.first(sql<NoteRow>`
    select n.body, n.version, n.updated_at
      from private_note n
      join one_on_one o on o.id = n.one_on_one_id and ${isVisible}
     where n.one_on_one_id = ${oneOnOneId} and n.author_id = (select app.viewer_id())`);
  if (row === undefined) return { text: null, version: 0, updatedAt: null };
  return {
    text: isEmptyRichText(row.body) ? null : row.body,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
