import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { problem } from '../../../shared/problems.ts';
import type { Db, Reader } from '../../../server/database/query.ts';
import type { MailKind } from '../../mail/domain/messages.ts';
import { inboxKinds } from '../../mail/domain/topics.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { Notice } from '../contract.ts';

export interface NoticeRow {
  id: string;
  kind: MailKind;
  actor_id: string | null;
  actor_name: string | null;
  one_on_one_id: string | null;
  series_id: string | null;
  person_id: string | null;
  person_name: string | null;
  hits: number;
  at: string;
  read_at: string | null;
}

/** Mine, of those that stand in the inbox; `n` is the row of notice. */
export const isInMyInbox: RawBuilder<boolean> = sql<boolean>`
  n.recipient_id = (select app.viewer_id()) and n.kind = any(${inboxKinds}::text[])`;

/** How many I have not read, counted up to a hundred. */
export const unreadNotices: RawBuilder<number> = sql<number>`(
  select count(*)::int from (
    select from notice n where n.read_at is null and ${isInMyInbox} limit 100) counted)`;

export async function noticeRows(db: Reader, rest: RawBuilder<unknown>): Promise<NoticeRow[]> {
  return db.all(sql<NoticeRow>`
    select n.id, n.kind, n.series_id, n.actor_id, actor.name as actor_name, n.at, n.read_at,
           n.person_id, whose.name as person_name,
           case n.kind when 'target.hit' then (
             select count(*)::int from target_hit h where h.person_id = n.person_id and h.hit_at = n.at) else 0 end as hits,
           (select o.id from one_on_one o where o.id = n.one_on_one_id and ${isVisible}) as one_on_one_id
      from notice n left join person actor on actor.id = n.actor_id
           left join person whose on whose.id = n.person_id
     where ${isInMyInbox} and ${rest}`);
}

/** The notice in the viewer's inbox; 404 for any other. */
export async function reachNotice(db: Db, id: string): Promise<NoticeRow> {
  const [row] = await noticeRows(db, sql`n.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

export function presentNotice(row: NoticeRow): Notice {
  return {
    id: row.id,
    kind: row.kind,
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
    oneOnOneId: row.one_on_one_id,
    seriesId: row.series_id,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    hits: row.hits,
    at: row.at,
    readAt: row.read_at,
  };
}
