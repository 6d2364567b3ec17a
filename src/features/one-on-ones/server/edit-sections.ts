import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { maxSections } from '../../templates/domain/items.ts';
import type { OneOnOne } from '../contract.ts';
import { placedAt } from '../domain/order.ts';
import type { State } from '../domain/states.ts';
import { presentNow } from './change-state.ts';
import { beginEdit } from './edit-record.ts';
import { reachOneOnOne } from './one-on-one-reach.ts';

interface NewSection {
  title: string;
  guidance?: string | null | undefined;
  position?: number | undefined;
  state?: State | undefined;
}

export async function addSection(context: Context, id: string, section: NewSection): Promise<OneOnOne> {
  const { db } = context;
  await beginEdit(context, id, section.state);
  const ids = await sectionIds(db, id);
  if (ids.length >= maxSections) {
    throw problem('conflict', { detail: `A one-on-one holds at most ${maxSections} sections.` });
  }
  const sectionId = newId();
  await db.run(
    build
      .insertInto('section')
      .values({ id: sectionId, one_on_one_id: id, position: ids.length, title: section.title }),
  );
  if (section.guidance) {
    await db.run(
      build
        .insertInto('section_guidance')
        .values({ section_id: sectionId, one_on_one_id: id, guidance: section.guidance }),
    );
  }
  await putInOrder(db, placedAt(ids, sectionId, section.position));
  return presentNow(context, id);
}

interface SectionChange {
  title?: string | undefined;
  position?: number | undefined;
  state?: State | undefined;
}

export async function changeSection(
  context: Context,
  id: string,
  sectionId: string,
  wanted: SectionChange,
): Promise<OneOnOne> {
  const { db } = context;
  await requireSection(db, id, sectionId);
  await beginEdit(context, id, wanted.state);
  if (wanted.title !== undefined) {
    await db.run(
      build
        .updateTable('section')
        .set((is) => ({ title: wanted.title ?? '', version: is('version', '+', 1) }))
        .where('id', '=', sectionId)
        .where('one_on_one_id', '=', id),
    );
  }
  if (wanted.position !== undefined) {
    const others = (await sectionIds(db, id)).filter((other) => other !== sectionId);
    await putInOrder(db, placedAt(others, sectionId, wanted.position));
  }
  return presentNow(context, id);
}

export async function removeSection(
  context: Context,
  id: string,
  sectionId: string,
  state: State | undefined,
): Promise<OneOnOne> {
  const { db } = context;
  await requireSection(db, id, sectionId);
  await beginEdit(context, id, state);
  await db.run(build.deleteFrom('section').where('id', '=', sectionId).where('one_on_one_id', '=', id));
  return presentNow(context, id);
}

async function requireSection(db: Db, oneOnOneId: string, sectionId: string): Promise<void> {
  await reachOneOnOne(db, oneOnOneId);
  if (!(await sectionIds(db, oneOnOneId)).includes(sectionId)) throw problem('not_found');
}

async function sectionIds(db: Db, oneOnOneId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{ id: string }>`select id from section where one_on_one_id = ${oneOnOneId} order by position, id`,
  );
  return rows.map((row) => row.id);
}

async function putInOrder(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(
    sql`update section set position = place.at - 1
          from unnest(${ids}::uuid[]) with ordinality as place (id, at)
         where section.id = place.id and section.position <> place.at - 1`,
  );
}
