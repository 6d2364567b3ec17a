import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import { isVisible } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { ListedActionItem } from '../contract.ts';
import { followUpOf } from '../domain/action-items.ts';
import { actionItemRows } from './action-item-queries.ts';
import { presentListed } from './present-action-item.ts';

interface Pair {
  manager_id: string;
  employee_id: string;
}

/** More than the two can talk about. */
const most = 200;

const agreedOfPair = ({ manager_id, employee_id }: Pair) => sql`
  o.manager_id = ${manager_id} and o.employee_id = ${employee_id}
  and o.state = any(${sharedStates}::one_on_one_state[])`;

/** All that is open between the two, and what became of what they agreed the last time, or settled since. */
export async function followUpOfPair(
  context: Pick<Context, 'db' | 'viewer' | 'today'>,
  pair: Pair,
): Promise<Record<'open' | 'settled', ListedActionItem[]>> {
  const rows = await actionItemRows(
    context.db,
    sql`${agreedOfPair(pair)}
      order by a.done_at is null and a.dropped_at is null desc, o.held_on desc, a.position, a.id
      limit ${most}`,
  );
  return followUpOf(rows.map((row) => presentListed(row, context)));
}

/** One of the last one-on-ones of the two, with what was agreed in it and not dropped since. */
export interface AgreedIn {
  heldOn: string;
  agreed: { dueOn: string; doneAt: string | null }[];
}

/** Of the last ones that both can read, the oldest first. */
export async function agreedLately(
  { db, today }: Pick<Context, 'today'> & { db: Reader },
  pair: Pair,
  meetings: number,
): Promise<AgreedIn[]> {
  const rows = await db.all(sql<AgreedIn>`
    select o.held_on as "heldOn",
           coalesce((select json_agg(json_build_object('dueOn', a.due_on, 'doneAt', a.done_at) order by a.position, a.id)
                       from action_item a
                      where a.one_on_one_id = o.id and a.dropped_at is null), '[]') as agreed
      from one_on_one o
     where ${isVisible} and ${agreedOfPair(pair)} and o.held_on <= ${today}
     order by o.held_on desc, o.created_at desc, o.id desc
     limit ${meetings}`);
  return rows.toReversed();
}
