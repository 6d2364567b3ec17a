import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { canBeTicked, normalizedAnswer } from '../domain/answers.ts';
import type { AnswerContent } from '../domain/content.ts';
import type { State } from '../domain/states.ts';
import { reachItem, wordsOf } from './item-queries.ts';
import type { ItemRow } from './load-one-on-one.ts';
import { applyChange, prepareChange } from './transition.ts';

/**
 * Ticks off, or on again, what the meeting brought into a record; its words stay as they are. Answers the item as it
 * is then, for whoever keeps the talking point or the action item that it came from.
 */
export async function tickItem(
  context: Context,
  oneOnOneId: string,
  itemId: string,
  done: boolean,
  seenState?: State,
): Promise<ItemRow> {
  const { db } = context;
  const item = await reachItem(db, oneOnOneId, itemId);
  const change = await prepareChange(context, oneOnOneId, 'edit', seenState);
  if (!canBeTicked(item.kind)) {
    throw problem('conflict', { detail: 'Only what the meeting brought in is ticked.' });
  }
  if ((item.answer?.done ?? false) === done) return item;
  const answer = normalizedAnswer({ ...item.answer, done });
  const version = item.version + 1;
  await applyChange(context, change);
  await db.run(
    build
      .updateTable('item')
      .set({ answer: json<AnswerContent | null>(answer), answer_plain: wordsOf(item, answer), version })
      .where('id', '=', itemId)
      .where('one_on_one_id', '=', oneOnOneId),
  );
  return { ...item, answer, version };
}
