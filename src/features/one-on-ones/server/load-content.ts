import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { RecordContent, RecordParts } from '../domain/content.ts';
import { loadOneOnOne } from './load-one-on-one.ts';
import type { OneOnOneDocument } from './load-one-on-one.ts';
import { contentOf } from './present-one-on-one.ts';

interface LoadedContent {
  document: OneOnOneDocument;
  content: RecordContent;
}

/** The whole record: what an approval is about, a snapshot keeps and an export shows. */
export async function loadContent(db: Reader, id: string): Promise<LoadedContent> {
  const document = await loadOneOnOne(db, id);
  const parts = await db.first(sql<RecordParts>`
    select coalesce((
             select json_agg(json_build_object('id', a.id, 'text', a.text, 'ownerId', a.owner_id, 'dueOn', a.due_on)
                             order by a.position, a.id)
               from action_item a where a.one_on_one_id = ${id}), '[]') as "actionItems",
           coalesce((
             select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256)
                             order by f.added_at, f.id)
               from file f where f.one_on_one_id = ${id}), '[]') as files`);
  return { document, content: contentOf(document, parts ?? { actionItems: [], files: [] }) };
}
