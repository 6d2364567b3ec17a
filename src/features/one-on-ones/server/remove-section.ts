import { sql } from 'kysely';
import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { refuseBrought } from './item-queries.ts';
import type { ItemRow } from './load-one-on-one.ts';
import { presentNow } from './present-now.ts';
import { reachSection } from './section-queries.ts';

export async function removeSection(
  context: Context,
  id: string,
  sectionId: string,
  state: State | undefined,
): Promise<OneOnOne> {
  const { db } = context;
  await reachSection(db, id, sectionId);
  await beginEdit(context, id, state);
  const items = await db.all(
    sql<Pick<ItemRow, 'given' | 'from_employee'>>`
      select given, from_employee from item where section_id = ${sectionId} and one_on_one_id = ${id}`,
  );
  refuseBrought(items);
  await db.run(build.deleteFrom('section').where('id', '=', sectionId).where('one_on_one_id', '=', id));
  return presentNow(context, id);
}
