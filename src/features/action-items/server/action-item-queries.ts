import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { problem } from '../../../shared/problems.ts';
import type { Db, Reader } from '../../../server/database/query.ts';
import { placedAt } from '../../one-on-ones/domain/order.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';

export interface ActionItemRow {
  id: string;
  one_on_one_id: string;
  text: string;
  owner_id: string;
  owner_name: string;
  due_on: string;
  version: number;
  done_at: string | null;
  done_by: string | null;
  done_by_name: string | null;
  dropped_at: string | null;
  dropped_by: string | null;
  dropped_by_name: string | null;
  dropped_reason: string | null;
  /** Of its one-on-one. */
  title: string;
  held_on: string;
  state: State;
  manager_id: string;
  manager_name: string;
  employee_id: string;
  employee_name: string;
  participant_ids: string[];
  still_managed: boolean;
}

/** Action items `a` of the one-on-ones `o` that the viewer may read: what `rest` says of them, in its order. */
export async function actionItemRows(db: Reader, rest: RawBuilder<unknown>): Promise<ActionItemRow[]> {
  return db.all(sql<ActionItemRow>`
    with managed as materialized (select id from app.managed_people())
    select a.id, a.one_on_one_id, a.text, a.owner_id, a.due_on, a.version, a.done_at, a.done_by, a.dropped_at,
           a.dropped_by, a.dropped_reason, o.title, o.held_on, o.state, o.manager_id, o.employee_id, o.participant_ids,
           owner.name as owner_name, done.name as done_by_name, dropped.name as dropped_by_name,
           m.name as manager_name, e.name as employee_name,
           case when o.manager_id = (select app.viewer_id()) then o.employee_id in (select id from managed)
                else true end as still_managed
      from action_item a
      join one_on_one o on o.id = a.one_on_one_id
      join person owner on owner.id = a.owner_id
      join person m on m.id = o.manager_id
      join person e on e.id = o.employee_id
      left join person done on done.id = a.done_by
      left join person dropped on dropped.id = a.dropped_by
     where ${isVisible} and ${rest}`);
}

/** The action item that the viewer reaches; 404 for any other. Lock its one-on-one before a write. */
export async function reachActionItem(db: Reader, id: string): Promise<ActionItemRow> {
  const [row] = await actionItemRows(db, sql`a.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return row;
}

/** Of one one-on-one, in their order. */
export async function actionItemsOf(db: Reader, oneOnOneId: string): Promise<ActionItemRow[]> {
  return actionItemRows(db, sql`a.one_on_one_id = ${oneOnOneId} order by a.position, a.id`);
}

/** Puts an action item among the others of its one-on-one. */
export async function placeActionItem(
  db: Db,
  others: readonly string[],
  id: string,
  position: number | undefined,
): Promise<void> {
  await db.run(
    sql`update action_item set position = place.at - 1
          from unnest(${placedAt(others, id, position)}::uuid[]) with ordinality as place (id, at)
         where action_item.id = place.id and action_item.position <> place.at - 1`,
  );
}
