import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { reachItem, refuseBrought } from './item-queries.ts';
import { presentNow } from './present-now.ts';

export async function removeItem(
  context: Context,
  id: string,
  itemId: string,
  state: State | undefined,
): Promise<OneOnOne> {
  const { db } = context;
  const item = await reachItem(db, id, itemId);
  await beginEdit(context, id, state);
  refuseBrought([item]);
  await db.run(build.deleteFrom('item').where('id', '=', itemId).where('one_on_one_id', '=', id));
  return presentNow(context, id);
}
