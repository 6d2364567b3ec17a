import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { decodeCursor, pageFrom } from '../../../shared/cursor.ts';
import type { Page } from '../../../shared/pages.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import type { ActionItem, ListedActionItem } from '../contract.ts';
import { actionItemRows, actionItemsOf } from './action-item-queries.ts';
import type { ActionItemRow } from './action-item-queries.ts';
import { presentActionItem, presentListed } from './present-action-item.ts';

export async function listActionItemsOf(context: Context, id: string): Promise<{ items: ActionItem[] }> {
  const { db } = context;
  await reachOneOnOne(db, id);
  const rows = await actionItemsOf(db, id);
  return { items: rows.map((row) => presentActionItem(row, context)) };
}

export interface ListFilter {
  view: 'mine' | 'managed';
  show: 'open' | 'settled';
  cursor?: string | undefined;
  limit: number;
}

type Condition = RawBuilder<unknown>;

/** Across all one-on-ones that the viewer may read. Starts from the owners, along the index of what they owe. */
export async function listActionItems(context: Context, filter: ListFilter): Promise<Page<ListedActionItem>> {
  const { condition, order, keysOf } = filter.show === 'open' ? openItems(filter) : settledItems(filter);
  const owners =
    filter.view === 'mine' ? sql`(select app.viewer_id())` : sql`any (array(select id from managed))`;
  const rows = await actionItemRows(
    context.db,
    sql`a.owner_id = ${owners} and o.state = any(${sharedStates}::one_on_one_state[]) and ${condition}
        order by ${order} limit ${filter.limit + 1}`,
  );
  return pageFrom(rows, filter.limit, (row) => presentListed(row, context), keysOf);
}

interface Order {
  condition: Condition;
  order: Condition;
  keysOf: (row: ActionItemRow) => [string, string];
}

function openItems({ cursor }: ListFilter): Order {
  const after = decodeCursor(cursor, ['date', 'id']);
  const beyond = after === null ? sql`` : sql` and (a.due_on, a.id) > (${after[0]}::date, ${after[1]}::uuid)`;
  return {
    condition: sql`a.done_at is null and a.dropped_at is null${beyond}`,
    order: sql`a.due_on, a.id`,
    keysOf: (row) => [row.due_on, row.id],
  };
}

function settledItems({ cursor }: ListFilter): Order {
  const settledAt = sql`coalesce(a.done_at, a.dropped_at)`;
  const after = decodeCursor(cursor, ['time', 'id']);
  const beyond =
    after === null ? sql`` : sql` and (${settledAt}, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  return {
    condition: sql`${settledAt} is not null${beyond}`,
    order: sql`${settledAt} desc, a.id desc`,
    keysOf: (row) => [row.done_at ?? row.dropped_at ?? '', row.id],
  };
}
