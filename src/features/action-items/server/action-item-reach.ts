import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import type { ActionItem } from '../contract.ts';
import { actionItemRows } from './action-item-queries.ts';
import type { ActionItemRow } from './action-item-queries.ts';
import { completeActionItem, reopenActionItem } from './mark-action-item.ts';

interface Pair {
  manager_id: string;
  employee_id: string;
}

/** What the two agreed on and is open still, the oldest first. What stands in a draft is not agreed yet. */
export async function openOfPair(
  db: Reader,
  { manager_id, employee_id }: Pair,
  most: number,
): Promise<ActionItemRow[]> {
  return actionItemRows(
    db,
    sql`o.manager_id = ${manager_id} and o.employee_id = ${employee_id}
        and o.state = any(${sharedStates}::one_on_one_state[])
        and a.done_at is null and a.dropped_at is null
      order by o.held_on, a.position, a.id limit ${most}`,
  );
}

/** Ticked off where it was looked at again. */
export async function markActionItem(context: Context, id: string, done: boolean): Promise<ActionItem> {
  return done ? completeActionItem(context, id) : reopenActionItem(context, id);
}
