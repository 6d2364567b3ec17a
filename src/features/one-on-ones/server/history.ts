import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import type { Page } from '../../../shared/pages.ts';
import type { Change, OneOnOneEvent, PreviousAnswer, ListedOneOnOne } from '../contract.ts';
import { changesBetween } from '../domain/changes.ts';
import type { RecordContent } from '../domain/content.ts';
import { turnOf } from '../domain/states.ts';
import { loadOneOnOne } from './load-one-on-one.ts';
import { isVisible, reachOneOnOne } from './one-on-one-reach.ts';
import { contentOf, presentListed } from './present-one-on-one.ts';
import type { ListedRow } from './present-one-on-one.ts';

interface EventRow {
  id: string;
  kind: OneOnOneEvent['kind'];
  at: string;
  by_id: string;
  by_name: string;
  message: string | null;
}

/** What happened before sharing is the manager's alone. */
export async function listEvents(
  { db }: Context,
  id: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<OneOnOneEvent>> {
  await reachOneOnOne(db, id);
  const [before] = decodeCursor(page.cursor, ['id']) ?? [null];
  const rows = await db.all(sql<EventRow>`
    select v.id, v.kind, v.at, v.by_id, p.name as by_name, r.message
      from one_on_one_event v
      join one_on_one o on o.id = v.one_on_one_id and ${isVisible}
      join person p on p.id = v.by_id
      left join revision_request r on r.event_id = v.id
     where v.one_on_one_id = ${id} and (not v.before_sharing or o.manager_id = (select app.viewer_id()))
       and (${before}::uuid is null or v.sequence < (
             select last.sequence from one_on_one_event last where last.id = ${before}::uuid and last.one_on_one_id = v.one_on_one_id))
     order by v.sequence desc
     limit ${page.limit + 1}`);
  const present = (row: EventRow): OneOnOneEvent => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    by: { id: row.by_id, name: row.by_name },
    ...(row.message !== null && { message: row.message }),
  });
  return pageFrom(rows, page.limit, present, (row) => [row.id]);
}

interface PreviousRow {
  item_id: string;
  answer: PreviousAnswer['answer'];
  id: string;
  title: string;
  held_on: string;
}

/** This pair's last answer to each item that came from the same item of a template, and the records before. */
export async function listPreviousAnswers(
  { db, viewer }: Context,
  id: string,
): Promise<{ items: PreviousAnswer[]; before: ListedOneOnOne[] }> {
  await reachOneOnOne(db, id);
  const earlier = sql`
    one_on_one mine
      join one_on_one o on o.manager_id = mine.manager_id and o.employee_id = mine.employee_id
       and (o.held_on, o.created_at, o.id) < (mine.held_on, mine.created_at, mine.id) and ${isVisible}`;
  const rows = await db.all(sql<PreviousRow>`
    select distinct on (i.id) i.id as item_id, p.answer, o.id, o.title, o.held_on
      from ${earlier}
      join item i on i.one_on_one_id = mine.id
      join item p on p.one_on_one_id = o.id and p.source_item_id = i.source_item_id and p.answer is not null
     where mine.id = ${id}
     order by i.id, o.held_on desc, o.created_at desc, o.id desc`);
  const before = await db.all(sql<ListedRow>`
    select o.id, o.title, o.state, o.held_on, o.updated_at, o.manager_id, o.employee_id,
           m.name as manager_name, e.name as employee_name, app.manages(o.manager_id, o.employee_id) as still_managed
      from ${earlier}
      join person m on m.id = o.manager_id
      join person e on e.id = o.employee_id
     where mine.id = ${id}
     order by o.held_on desc, o.created_at desc, o.id desc
     limit 20`);
  return {
    items: rows.map((row) => ({
      itemId: row.item_id,
      answer: row.answer,
      from: { id: row.id, title: row.title, heldOn: row.held_on },
    })),
    before: before.map((row) => presentListed(row, viewer.id)),
  };
}

interface SnapshotRow {
  at: string;
  snapshot: RecordContent;
}

/**
 * What changed since approval was last asked for. While it is being asked for, that is since the time
 * before: whoever approves sees what differs from what they read last.
 */
export async function listChanges(
  { db }: Context,
  id: string,
): Promise<{ since: string | null; items: Change[] }> {
  const document = await loadOneOnOne(db, id);
  const skip = turnOf(document.state) === 'manager' ? 0 : 1;
  const last = await db.first(sql<SnapshotRow>`
    select q.at, q.snapshot from approval_request q
      join one_on_one o on o.id = q.one_on_one_id and ${isVisible}
     where q.one_on_one_id = ${id} order by q.at desc, q.id desc limit 1 offset ${skip}`);
  if (last === undefined) return { since: null, items: [] };
  return { since: last.at, items: changesBetween(last.snapshot, contentOf(document)) };
}
