import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import { maxSections } from '../../templates/domain/items.ts';
import type { OneOnOne } from '../contract.ts';
import { placedAt } from '../domain/order.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { presentNow } from './present-now.ts';
import { putSectionsInOrder, sectionIds } from './section-queries.ts';

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
  await putSectionsInOrder(db, placedAt(ids, sectionId, section.position));
  return presentNow(context, id);
}
