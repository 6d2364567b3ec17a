import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import type { ListedOneOnOne, PreviousAnswer } from '../contract.ts';
import { isVisible, reachOneOnOne } from './one-on-one-reach.ts';
import { refuseParticipant } from './act-reach.ts';
import { presentListed } from './present-one-on-one.ts';
import type { ListedRow } from './present-one-on-one.ts';

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
  refuseParticipant(await reachOneOnOne(db, id), viewer.id);
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
    select o.id, o.title, o.state, o.held_on, o.updated_at, o.manager_id, o.employee_id, o.participant_ids,
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
