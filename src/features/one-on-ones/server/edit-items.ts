import { sql } from 'kysely';
import { build, json } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import { maxItems } from '../../templates/domain/items.ts';
import type { OneOnOne } from '../contract.ts';
import { placedAt } from '../domain/order.ts';
import type { State } from '../domain/states.ts';
import { findItem } from './answer-item.ts';
import { presentNow } from './change-state.ts';
import { beginEdit } from './edit-record.ts';
import { reachOneOnOne } from './one-on-one-reach.ts';

interface NewItem {
  kind: ItemKind;
  prompt: string;
  options?: ItemOptions | null | undefined;
  sectionId: string;
  position?: number | undefined;
  state?: State | undefined;
}

export async function addItem(context: Context, id: string, item: NewItem): Promise<OneOnOne> {
  const { db } = context;
  await reachOneOnOne(db, id);
  await refuseForeignSection(db, id, item.sectionId);
  await beginEdit(context, id, item.state);
  const ids = await itemIds(db, item.sectionId);
  if (ids.length >= maxItems)
    throw problem('conflict', { detail: `A section holds at most ${maxItems} items.` });
  const itemId = newId();
  await db.run(
    build.insertInto('item').values({
      id: itemId,
      one_on_one_id: id,
      section_id: item.sectionId,
      position: ids.length,
      kind: item.kind,
      prompt: item.prompt,
      options: json(item.kind === 'rating' ? (item.options ?? null) : null),
      source_item_id: null,
      answer: null,
    }),
  );
  await putInOrder(db, placedAt(ids, itemId, item.position));
  return presentNow(context, id);
}

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
  const item = await findItem(db, id, itemId);
  const sectionId = wanted.sectionId ?? item.section_id;
  await refuseForeignSection(db, id, sectionId);
  await beginEdit(context, id, wanted.state);
  await db.run(
    build
      .updateTable('item')
      .set({ section_id: sectionId, ...(wanted.prompt !== undefined && { prompt: wanted.prompt }) })
      .where('id', '=', itemId)
      .where('one_on_one_id', '=', id),
  );
  if (wanted.position !== undefined || sectionId !== item.section_id) {
    const others = (await itemIds(db, sectionId)).filter((other) => other !== itemId);
    await putInOrder(db, placedAt(others, itemId, wanted.position));
  }
  return presentNow(context, id);
}

export async function removeItem(
  context: Context,
  id: string,
  itemId: string,
  state: State | undefined,
): Promise<OneOnOne> {
  const { db } = context;
  await findItem(db, id, itemId);
  await beginEdit(context, id, state);
  await db.run(build.deleteFrom('item').where('id', '=', itemId).where('one_on_one_id', '=', id));
  return presentNow(context, id);
}

async function refuseForeignSection(db: Db, oneOnOneId: string, sectionId: string): Promise<void> {
  const section = await db.first(
    sql`select id from section where id = ${sectionId} and one_on_one_id = ${oneOnOneId}`,
  );
  if (section === undefined) {
    throw problem('invalid', {
      errors: [{ path: 'sectionId', message: 'This one-on-one has no such section.' }],
    });
  }
}

async function itemIds(db: Db, sectionId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{ id: string }>`select id from item where section_id = ${sectionId} order by position, id`,
  );
  return rows.map((row) => row.id);
}

async function putInOrder(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(
    sql`update item set position = place.at - 1
          from unnest(${ids}::uuid[]) with ordinality as place (id, at)
         where item.id = place.id and item.position <> place.at - 1`,
  );
}
