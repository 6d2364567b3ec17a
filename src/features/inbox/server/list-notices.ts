import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { decodeCursor } from '../../../shared/cursor.ts';
import { noticeRows } from './notice-queries.ts';
import type { NoticeRow } from './notice-queries.ts';

export interface NoticeFilter {
  unread?: 'only' | undefined;
  cursor?: string | undefined;
  limit: number;
}

export async function listNotices(db: Reader, filter: NoticeFilter): Promise<NoticeRow[]> {
  const after = decodeCursor(filter.cursor, ['id']);
  // By the row itself: its time is finer than what a cursor would carry.
  const beyond =
    after === null
      ? sql`true`
      : sql`(n.at, n.id) < (select c.at, c.id from notice c where c.id = ${after[0]} and c.recipient_id = (select app.viewer_id()))`;
  const unread = filter.unread === 'only' ? sql`n.read_at is null` : sql`true`;
  return noticeRows(db, sql`${beyond} and ${unread} order by n.at desc, n.id desc limit ${filter.limit + 1}`);
}
