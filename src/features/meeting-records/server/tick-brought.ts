import type { Context } from '../../../server/http/serve.ts';
import { Problem } from '../../../shared/problems.ts';
import { markActionItem } from '../../action-items/server/action-item-reach.ts';
import { discussPoint, undiscussPoint } from '../../agenda/server/agenda-reach.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { presentStanding } from '../../one-on-ones/server/standing-reach.ts';
import { tickItem } from '../../one-on-ones/server/tick-reach.ts';
import type { Ticked } from '../contract.ts';

/**
 * In the record, and where it came from. What that is no more (a point that was removed, a record that was deleted)
 * stays ticked in the record alone.
 */
export async function tickBrought(
  context: Context,
  { oneOnOneId, itemId }: { oneOnOneId: string; itemId: string },
  done: boolean,
  seenState: State | undefined,
): Promise<Ticked> {
  const item = await tickItem(context, oneOnOneId, itemId, done, seenState);
  const point = item.given?.point;
  const actionItem = item.given?.actionItem;
  if (point !== undefined) await whereItIs(async () => markPoint(context, point.id, done));
  if (actionItem !== undefined) await whereItIs(async () => markActionItem(context, actionItem.id, done));
  const now = await reachOneOnOne(context.db, oneOnOneId);
  return { done, version: item.version, oneOnOne: presentStanding(now, context.viewer.id) };
}

async function markPoint(context: Context, id: string, done: boolean): Promise<unknown> {
  return done ? discussPoint(context, id, {}) : undiscussPoint(context, id);
}

async function whereItIs(mark: () => Promise<unknown>): Promise<void> {
  try {
    await mark();
  } catch (error) {
    const isGone = error instanceof Problem && (error.code === 'not_found' || error.code === 'conflict');
    if (!isGone) throw error;
  }
}
