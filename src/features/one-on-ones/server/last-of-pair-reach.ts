import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import type { AnswerContent } from '../domain/content.ts';
import type { Given } from '../domain/given.ts';
import type { State } from '../domain/states.ts';
import { isVisible } from './one-on-one-reach.ts';

interface Pair {
  manager_id: string;
  employee_id: string;
}

export interface LastRecord {
  id: string;
  title: string;
  heldOn: string;
  state: State;
  /** In the record's order. */
  items: LastItem[];
}

export interface LastItem {
  id: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  answer: AnswerContent | null;
  fromEmployee: boolean;
  given: Given | null;
}

/**
 * The last record that both of the two can read: the manager's own draft is what they are still writing, not what was
 * said last. One that is made for a day to come is none of the last ones.
 */
export async function lastOfPair(
  db: Reader,
  { manager_id, employee_id }: Pair,
  today: string,
): Promise<LastRecord | undefined> {
  return db.first(sql<LastRecord>`
    select o.id, o.title, o.held_on as "heldOn", o.state,
           coalesce((select json_agg(json_build_object(
                              'id', i.id, 'kind', i.kind, 'prompt', i.prompt, 'options', i.options,
                              'answer', i.answer, 'fromEmployee', i.from_employee, 'given', i.given)
                              order by s.position, s.id, i.position, i.id)
                       from item i join section s on s.id = i.section_id
                      where i.one_on_one_id = o.id), '[]') as items
      from one_on_one o
     where o.manager_id = ${manager_id} and o.employee_id = ${employee_id} and o.held_on <= ${today}
       and o.state <> 'draft' and ${isVisible}
     order by o.held_on desc, o.created_at desc, o.id desc
     limit 1`);
}
