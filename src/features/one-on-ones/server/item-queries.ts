import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { isMeasured, maxItems, maxMeasured } from '../../templates/domain/items.ts';
import type { ItemKind } from '../../templates/domain/items.ts';
import { answerInWords } from '../domain/answers.ts';
import type { AnswerContent } from '../domain/content.ts';
import { givenInWords, isBrought } from '../domain/given.ts';
import { placedAt } from '../domain/order.ts';
import type { ItemRow } from './load-one-on-one.ts';
import { reachForWriting } from './one-on-one-reach.ts';

/** The item of a one-on-one that the viewer reaches, with the record locked; 404 for any other. */
export async function reachItem(db: Db, oneOnOneId: string, itemId: string): Promise<ItemRow> {
  await reachForWriting(db, oneOnOneId);
  const row = await db.first(
    sql<ItemRow>`
      select id, section_id, kind, prompt, options, answer, version, answered_by, from_employee, given, measure
        from item where id = ${itemId} and one_on_one_id = ${oneOnOneId}`,
  );
  if (row === undefined) throw problem('not_found');
  return row;
}

/** What the meeting brought in keeps its words and its place in the record. */
export function refuseBrought(items: readonly Pick<ItemRow, 'given' | 'from_employee'>[]): void {
  if (!items.some(({ given, from_employee: fromEmployee }) => isBrought({ given, fromEmployee }))) return;
  throw problem('conflict', {
    detail: 'The meeting brought this in: it can be moved and noted beside, not reworded or removed.',
  });
}

/** For search: what was brought in, and what was answered. */
export function wordsOf(item: ItemRow, answer: AnswerContent | null): string {
  return [givenInWords(item.given), answerInWords(item, answer)].filter(Boolean).join('\n');
}

/** The items that a section of this one-on-one has beside this one, in their order; refused where there is no room. */
export async function roomInSection(
  db: Db,
  oneOnOneId: string,
  sectionId: string,
  itemId: string,
): Promise<string[]> {
  const section = await db.first(
    sql`select id from section where id = ${sectionId} and one_on_one_id = ${oneOnOneId}`,
  );
  if (section === undefined) {
    throw problem('invalid', {
      errors: [{ path: 'sectionId', message: 'This one-on-one has no such section.' }],
    });
  }
  const rows = await db.all(
    sql<{ id: string }>`
      select id from item where section_id = ${sectionId} and id <> ${itemId} order by position, id`,
  );
  if (rows.length >= maxItems)
    throw problem('conflict', { detail: `A section holds at most ${maxItems} items.` });
  return rows.map((row) => row.id);
}

/** Refused where the one-on-one shows as many numbers as it can. */
export async function refuseManyMeasured(db: Db, oneOnOneId: string, kind: ItemKind): Promise<void> {
  if (!isMeasured(kind)) return;
  const row = await db.first(
    sql<{ count: string }>`
      select count(*) as count from item where one_on_one_id = ${oneOnOneId} and measure is not null`,
  );
  if (Number(row?.count) >= maxMeasured)
    throw problem('conflict', { detail: `A one-on-one shows at most ${maxMeasured} KPIs and targets.` });
}

/** Puts an item among the others of its section. */
export async function placeItem(
  db: Db,
  others: readonly string[],
  itemId: string,
  position: number | undefined,
): Promise<void> {
  await db.run(
    sql`update item set position = place.at - 1
          from unnest(${placedAt(others, itemId, position)}::uuid[]) with ordinality as place (id, at)
         where item.id = place.id and item.position <> place.at - 1`,
  );
}
