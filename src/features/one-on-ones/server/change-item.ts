import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { placeItem, reachItem, refuseBrought, roomInSection } from './item-queries.ts';
import { presentNow } from './present-now.ts';

interface ItemChange {
  prompt?: string | undefined;
  sectionId?: string | undefined;
  position?: number | undefined;
  state?: State | undefined;
}

/** Rewords an item, moves it, or both. An item keeps its answer wherever it goes. */
export async function changeItem(
  context: Context,
  id: string,
  itemId: string,
  wanted: ItemChange,
): Promise<OneOnOne> {
  const { db } = context;
  const item = await reachItem(db, id, itemId);
  await beginEdit(context, id, wanted.state);
  if (wanted.prompt !== undefined && wanted.prompt !== item.prompt) refuseBrought([item]);
  const sectionId = wanted.sectionId ?? item.section_id;
  const moves = wanted.position !== undefined || sectionId !== item.section_id;
  const others = moves ? await roomInSection(db, id, sectionId, itemId) : [];
  await db.run(
    build
      .updateTable('item')
      .set({ section_id: sectionId, ...(wanted.prompt !== undefined && { prompt: wanted.prompt }) })
      .where('id', '=', itemId)
      .where('one_on_one_id', '=', id),
  );
  if (moves) await placeItem(db, others, itemId, wanted.position);
  return presentNow(context, id);
}
