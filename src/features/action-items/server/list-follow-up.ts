import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { sharedStates } from '../../one-on-ones/domain/states.ts';
import { refuseParticipant } from '../../one-on-ones/server/act-reach.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import type { ListedActionItem } from '../contract.ts';
import { followUpOf } from '../domain/action-items.ts';
import { actionItemRows } from './action-item-queries.ts';
import { presentListed } from './present-action-item.ts';

type FollowUp = Record<'open' | 'settled', ListedActionItem[]>;

/** More than the two can talk about. */
const most = 200;

/**
 * From this pair's earlier one-on-ones, computed when it is read and never copied: all that is open still, and what
 * became of what was agreed the last time, or was settled since.
 */
export async function listFollowUp(context: Context, id: string): Promise<FollowUp> {
  const { db, viewer } = context;
  refuseParticipant(await reachOneOnOne(db, id), viewer.id);
  const rows = await actionItemRows(
    db,
    sql`o.id in (
          select earlier.id
            from one_on_one mine
            join one_on_one earlier
              on earlier.manager_id = mine.manager_id and earlier.employee_id = mine.employee_id
             and (earlier.held_on, earlier.created_at, earlier.id) < (mine.held_on, mine.created_at, mine.id)
           where mine.id = ${id} and earlier.state = any(${sharedStates}::one_on_one_state[]))
        order by a.done_at is null and a.dropped_at is null desc, o.held_on desc, a.position, a.id
        limit ${most}`,
  );
  return followUpOf(rows.map((row) => presentListed(row, context)));
}
