import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { decodeCursor } from '../../../shared/cursor.ts';
import { isVisible, templateColumns } from './template-reach.ts';
import type { TemplateRow } from './template-reach.ts';

interface Place {
  cursor?: string | undefined;
  limit: number;
}

/** Last changed first; one row more than the page holds. Nobody but a team manager finds any. */
export async function listTemplates(db: Reader, { cursor, limit }: Place): Promise<TemplateRow[]> {
  const [updatedAt, id] = decodeCursor(cursor, ['time', 'id']) ?? [null, null];
  return db.all(sql<TemplateRow>`
    select ${templateColumns}
      from template t left join person o on o.id = t.owner_id
     where ${isVisible}
       and (${id}::uuid is null or (t.updated_at, t.id) < (${updatedAt}::timestamptz, ${id}::uuid))
     order by t.updated_at desc, t.id desc
     limit ${limit + 1}`);
}
