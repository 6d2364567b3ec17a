import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Measure } from '../../kpis/domain/measure.ts';
import { isMeasured } from '../../templates/domain/items.ts';
import type { OneOnOne } from '../contract.ts';
import { normalizedAnswer } from '../domain/answers.ts';
import type { State } from '../domain/states.ts';
import { beginEdit } from './begin-edit.ts';
import { placeItem, reachItem, refuseBrought, roomInSection, wordsOf } from './item-queries.ts';
import type { ItemRow } from './load-one-on-one.ts';
import { presentNow } from './present-now.ts';

interface ItemChange {
  prompt?: string | undefined;
  measure?: Measure | undefined;
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
  const measured = wanted.measure === undefined ? {} : measuring(item, wanted.measure);
  const sectionId = wanted.sectionId ?? item.section_id;
  const moves = wanted.position !== undefined || sectionId !== item.section_id;
  const others = moves ? await roomInSection(db, id, sectionId, itemId) : [];
  await db.run(
    build
      .updateTable('item')
      .set({
        section_id: sectionId,
        ...(wanted.prompt !== undefined && { prompt: wanted.prompt }),
        ...measured,
      })
      .where('id', '=', itemId)
      .where('one_on_one_id', '=', id),
  );
  if (moves) await placeItem(db, others, itemId, wanted.position);
  return presentNow(context, id);
}

/** A target that was proposed is one of that KPI and period: of another it would mean something else. */
function measuring(item: ItemRow, measure: Measure) {
  if (!isMeasured(item.kind)) {
    throw problem('invalid', {
      errors: [{ path: 'measure', message: 'Only a KPI or a target shows a number.' }],
    });
  }
  const isOther = measure.kpiId !== item.measure?.kpiId || measure.period !== item.measure?.period;
  if (!isOther || item.answer?.target === undefined) return { measure: json(measure) };
  const answer = normalizedAnswer({ ...item.answer, target: undefined });
  const version = item.version + 1;
  return {
    measure: json(measure),
    answer: json(answer),
    answer_plain: wordsOf(item, answer),
    version,
  };
}
