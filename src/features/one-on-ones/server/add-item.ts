import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import type { OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { placeItem, refuseManyMeasured, roomInSection } from './item-queries.ts';
import { presentNow } from './present-now.ts';

interface NewItem {
  kind: ItemKind;
  prompt: string;
  options?: ItemOptions | null | undefined;
  measure?: Measure | undefined;
  sectionId: string;
  position?: number | undefined;
  state?: State | undefined;
}

export async function addItem(context: Context, id: string, item: NewItem): Promise<OneOnOne> {
  const { db } = context;
  await beginEdit(context, id, item.state);
  const itemId = newId();
  const others = await roomInSection(db, id, item.sectionId, itemId);
  await refuseManyMeasured(db, id, item.kind);
  await db.run(
    build.insertInto('item').values({
      id: itemId,
      one_on_one_id: id,
      section_id: item.sectionId,
      position: others.length,
      kind: item.kind,
      prompt: item.prompt,
      options: json(item.kind === 'rating' ? (item.options ?? null) : null),
      source_item_id: null,
      answer: null,
      measure: json(item.measure ?? null),
    }),
  );
  await placeItem(db, others, itemId, item.position);
  return presentNow(context, id);
}
