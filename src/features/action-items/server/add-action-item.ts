import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { State } from '../../one-on-ones/domain/states.ts';
import { countChange, prepareAct } from '../../one-on-ones/server/act-reach.ts';
import { defaultDueOn, maxActionItems } from '../domain/action-items.ts';
import { nextMeetingOn } from '../../series/server/next-meeting-reach.ts';
import { actionItemsOf, placeActionItem } from './action-item-queries.ts';
import { presentChanged } from './present-changed.ts';
import type { ChangedActionItem } from './present-changed.ts';
import { refuseOtherOwner } from './refuse-other-owner.ts';

interface NewActionItem {
  text: string;
  ownerId?: string | undefined;
  dueOn?: string | undefined;
  position?: number | undefined;
  state?: State | undefined;
}

export async function addActionItem(
  context: Context,
  oneOnOneId: string,
  wanted: NewActionItem,
): Promise<ChangedActionItem> {
  const { db, now, today } = context;
  const record = await prepareAct(context, oneOnOneId, 'changeActionItems', wanted.state);
  refuseOtherOwner(record, wanted.ownerId);
  const others = await actionItemsOf(db, oneOnOneId);
  if (others.length >= maxActionItems) {
    throw problem('conflict', { detail: `A one-on-one holds at most ${maxActionItems} action items.` });
  }
  const id = newId();
  await countChange(context, record);
  await db.run(
    build.insertInto('action_item').values({
      id,
      one_on_one_id: oneOnOneId,
      position: others.length,
      text: wanted.text,
      owner_id: wanted.ownerId ?? record.employee_id,
      due_on: wanted.dueOn ?? (await nextMeetingOn(db, record, now)) ?? defaultDueOn(today),
      created_at: now,
    }),
  );
  await placeActionItem(
    db,
    others.map((other) => other.id),
    id,
    wanted.position,
  );
  return presentChanged(context, id);
}
