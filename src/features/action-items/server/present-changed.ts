import type { Context } from '../../../server/http/serve.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { presentStanding } from '../../one-on-ones/server/standing-reach.ts';
import type { ActionItem } from '../contract.ts';
import { reachActionItem } from './action-item-queries.ts';
import { presentActionItem } from './present-action-item.ts';

export type ChangedActionItem = ActionItem & { oneOnOne: ReturnType<typeof presentStanding> };

/** What a change of the record's content answers with: both as they are after the write. */
export async function presentChanged(context: Context, id: string): Promise<ChangedActionItem> {
  const { db, viewer } = context;
  const row = await reachActionItem(db, id);
  const record = await reachOneOnOne(db, row.one_on_one_id);
  return { ...presentActionItem(row, context), oneOnOne: presentStanding(record, viewer.id) };
}
