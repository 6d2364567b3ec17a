import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import type { Page } from '../../../shared/pages.ts';
import type { OneOnOneEvent } from '../contract.ts';
import { isVisible, reachOneOnOne } from './one-on-one-reach.ts';

interface EventRow {
  id: string;
  kind: OneOnOneEvent['kind'];
  at: string;
  by_id: string;
  by_name: string;
  message: string | null;
  person_id: string | null;
  person_name: string | null;
}

/** What happened before sharing is the manager's alone; the message of a revision request is between the two. */
export async function listEvents(
  { db }: Context,
  id: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<OneOnOneEvent>> {
  await reachOneOnOne(db, id);
  const [before] = decodeCursor(page.cursor, ['id']) ?? [null];
  const rows = await db.all(sql<EventRow>`
    select v.id, v.kind, v.at, v.by_id, p.name as by_name, r.message, v.person_id, whom.name as person_name
      from one_on_one_event v
      join one_on_one o on o.id = v.one_on_one_id and ${isVisible}
      join person p on p.id = v.by_id
      left join person whom on whom.id = v.person_id
      left join revision_request r on r.event_id = v.id
       and (select app.viewer_id()) in (o.manager_id, o.employee_id)
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
    ...(row.person_id !== null && { person: { id: row.person_id, name: row.person_name ?? '' } }),
    ...(row.message !== null && { message: row.message }),
  });
  return pageFrom(rows, page.limit, present, (row) => [row.id]);
}
