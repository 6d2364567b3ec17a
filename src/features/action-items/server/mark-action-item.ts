import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { prepareRight, refuseOtherState } from '../../one-on-ones/server/act-reach.ts';
import type { ActionItem } from '../contract.ts';
import { isAgreed, mayMark } from '../domain/action-items.ts';
import { reachActionItem } from './action-item-queries.ts';
import type { ActionItemRow } from './action-item-queries.ts';
import { presentActionItem } from './present-action-item.ts';

type Marks = Partial<
  Pick<ActionItemRow, 'done_by' | 'dropped_by' | 'dropped_reason'> & {
    done_at: Date | null;
    dropped_at: Date | null;
  }
>;

const notDone: Marks = { done_at: null, done_by: null };
const notDropped: Marks = { dropped_at: null, dropped_by: null, dropped_reason: null };

/** Done twice is done once: who was first stays. */
export async function completeActionItem(context: Context, id: string): Promise<ActionItem> {
  const { viewer, now } = context;
  return mark(context, id, (row) =>
    row.done_at === null ? { ...notDropped, done_at: now, done_by: viewer.id } : null,
  );
}

export async function reopenActionItem(context: Context, id: string): Promise<ActionItem> {
  return mark(context, id, (row) => (row.done_at === null ? null : notDone));
}

export async function dropActionItem(context: Context, id: string, reason: string): Promise<ActionItem> {
  const { viewer, now } = context;
  return mark(context, id, () => ({
    ...notDone,
    dropped_at: now,
    dropped_by: viewer.id,
    dropped_reason: reason,
  }));
}

export async function takeUpActionItem(context: Context, id: string): Promise<ActionItem> {
  return mark(context, id, (row) => (row.dropped_at === null ? null : notDropped));
}

/**
 * What became of it, in every shared state, also when the words are settled. Neither version counts it: nobody who
 * approves has read anything else than before.
 */
async function mark(
  context: Context,
  id: string,
  marksFor: (row: ActionItemRow) => Marks | null,
): Promise<ActionItem> {
  const { db } = context;
  const known = await reachActionItem(db, id);
  const record = await prepareRight(context, known.one_on_one_id, (standing) =>
    mayMark(standing, known.owner_id),
  );
  refuseOtherState(record, isAgreed(record.state));
  const row = await reachActionItem(db, id);
  const marks = marksFor(row);
  if (marks !== null) {
    const changed = await db.run(
      build.updateTable('action_item').set(marks).where('id', '=', id).where('owner_id', '=', known.owner_id),
    );
    if (changed === 0) throw problem('stale_version', { current: presentActionItem(row, context) });
  }
  return presentActionItem(await reachActionItem(db, id), context);
}
