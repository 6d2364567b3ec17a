import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { OneOnOne } from '../contract.ts';
import { placedAt } from '../domain/order.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { presentNow } from './present-now.ts';
import { putSectionsInOrder, reachSection, sectionIds } from './section-queries.ts';

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
  const { title } = wanted;
  await reachSection(db, id, sectionId);
  await beginEdit(context, id, wanted.state);
  if (title !== undefined) {
    await db.run(
      build
        .updateTable('section')
        .set((is) => ({ title, version: is('version', '+', 1) }))
        .where('id', '=', sectionId)
        .where('one_on_one_id', '=', id),
    );
  }
  if (wanted.position !== undefined) {
    const others = (await sectionIds(db, id)).filter((other) => other !== sectionId);
    await putSectionsInOrder(db, placedAt(others, sectionId, wanted.position));
  }
  return presentNow(context, id);
}
