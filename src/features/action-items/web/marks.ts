import { call } from '../../../web/shell/call.ts';
import { actionItemRoutes as routes, type ActionItem } from '../contract.ts';
import { changeEverywhere } from './action-item-queries.ts';

type Marks = Pick<ActionItem, 'doneAt' | 'doneBy' | 'dropped' | 'isOverdue'>;
interface Me {
  id: string;
  name: string;
}

/** Each shows at once, and is taken back where it is refused. */
export async function markDone(item: ActionItem, isDone: boolean, me: Me): Promise<void> {
  const params = { actionItemId: item.id };
  const done = { doneAt: new Date().toISOString(), doneBy: me, dropped: null, isOverdue: false };
  await mark(item, isDone ? done : { doneAt: null, doneBy: null }, async () =>
    isDone ? call(routes.complete, { params }) : call(routes.reopen, { params }),
  );
}

export async function drop(item: ActionItem, reason: string, me: Me): Promise<void> {
  const params = { actionItemId: item.id };
  const dropped = { at: new Date().toISOString(), by: me, reason };
  await mark(item, { doneAt: null, doneBy: null, dropped, isOverdue: false }, async () =>
    call(routes.drop, { params, body: { reason } }),
  );
}

export async function takeUp(item: ActionItem): Promise<void> {
  const params = { actionItemId: item.id };
  await mark(item, { dropped: null }, async () => call(routes.takeUp, { params }));
}

async function mark(
  item: ActionItem,
  marks: Partial<Marks>,
  request: () => Promise<ActionItem>,
): Promise<void> {
  const { doneAt, doneBy, dropped, isOverdue } = item;
  changeEverywhere(item.id, (shown) => ({ ...shown, ...marks }));
  try {
    const answer = await request();
    changeEverywhere(item.id, (shown) => ({ ...shown, ...answer }));
  } catch (cause) {
    changeEverywhere(item.id, (shown) => ({ ...shown, doneAt, doneBy, dropped, isOverdue }));
    throw cause;
  }
}
