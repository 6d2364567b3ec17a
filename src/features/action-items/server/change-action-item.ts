import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { countChange, prepareAct } from '../../one-on-ones/server/act-reach.ts';
import { actionItemsOf, placeActionItem, reachActionItem } from './action-item-queries.ts';
import { presentActionItem } from './present-action-item.ts';
import { presentChanged } from './present-changed.ts';
import type { ChangedActionItem } from './present-changed.ts';
import { refuseOtherOwner } from './refuse-other-owner.ts';

interface ActionItemChange {
  text?: string | undefined;
  ownerId?: string | undefined;
  dueOn?: string | undefined;
  position?: number | undefined;
  version: number;
  state?: State | undefined;
}

export async function changeActionItem(
  context: Context,
  id: string,
  wanted: ActionItemChange,
): Promise<ChangedActionItem> {
  const { db } = context;
  const { one_on_one_id: oneOnOneId } = await reachActionItem(db, id);
  const record = await prepareAct(context, oneOnOneId, 'changeActionItems', wanted.state);
  refuseOtherOwner(record, wanted.ownerId);
  const row = await reachActionItem(db, id); // again, now that the one-on-one is locked
  if (row.version !== wanted.version) {
    throw problem('stale_version', { current: presentActionItem(row, context) });
  }
  await countChange(context, record);
  await db.run(
    build
      .updateTable('action_item')
      .set({
        version: row.version + 1,
        text: wanted.text ?? row.text,
        owner_id: wanted.ownerId ?? row.owner_id,
        due_on: wanted.dueOn ?? row.due_on,
      })
      .where('id', '=', id)
      .where('version', '=', row.version),
  );
  if (wanted.position !== undefined) {
    const others = (await actionItemsOf(db, oneOnOneId)).filter((other) => other.id !== id);
    await placeActionItem(
      db,
      others.map((other) => other.id),
      id,
      wanted.position,
    );
  }
  return presentChanged(context, id);
}
