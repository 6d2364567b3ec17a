import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { Comment } from '../contract.ts';

export interface CommentRow {
  id: string;
  item_id: string;
  author_id: string;
  author_name: string;
  body: Comment['text'];
  created_at: string;
  edited_at: string | null;
  version: number;
}

/** The comments of a record, to be narrowed; a participant has none. */
export const commentsOf = (oneOnOneId: string): RawBuilder<CommentRow> => sql<CommentRow>`
  select c.id, c.item_id, c.author_id, p.name as author_name, c.body, c.created_at, c.edited_at, c.version
    from comment c
    join one_on_one o on o.id = c.one_on_one_id and ${isVisible}
     and (select app.viewer_id()) in (o.manager_id, o.employee_id)
    join person p on p.id = c.author_id
   where c.one_on_one_id = ${oneOnOneId}`;

export async function findComment(db: Db, oneOnOneId: string, commentId: string): Promise<CommentRow> {
  const row = await db.first(sql<CommentRow>`${commentsOf(oneOnOneId)} and c.id = ${commentId}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

export async function refuseUnknownItem(db: Db, oneOnOneId: string, itemId: string): Promise<void> {
  const item = await db.first(
    sql`select id from item where id = ${itemId} and one_on_one_id = ${oneOnOneId}`,
  );
  if (item === undefined) throw problem('not_found');
}
