import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import { reachForWriting } from './one-on-one-reach.ts';

/** 404 for a section of another one-on-one, as for one that never existed; locks the record. */
export async function reachSection(db: Db, oneOnOneId: string, sectionId: string): Promise<void> {
  await reachForWriting(db, oneOnOneId);
  if (!(await sectionIds(db, oneOnOneId)).includes(sectionId)) throw problem('not_found');
}

/** In their order. */
export async function sectionIds(db: Db, oneOnOneId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{ id: string }>`select id from section where one_on_one_id = ${oneOnOneId} order by position, id`,
  );
  return rows.map((row) => row.id);
}

export async function putSectionsInOrder(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(
    sql`update section set position = place.at - 1
          from unnest(${ids}::uuid[]) with ordinality as place (id, at)
         where section.id = place.id and section.position <> place.at - 1`,
  );
}
