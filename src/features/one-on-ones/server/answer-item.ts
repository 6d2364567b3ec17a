import { sql } from 'kysely';
import { build, json } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Answer, Item } from '../contract.ts';
import { answerInWords, normalizedAnswer, valueFault } from '../domain/answers.ts';
import type { State } from '../domain/states.ts';
import type { ItemRow } from './load-one-on-one.ts';
import { reachOneOnOne } from './one-on-one-reach.ts';
import { presentItem, presentStanding } from './present-one-on-one.ts';
import { applyChange, prepareChange } from './transition.ts';

interface Wanted {
  answer: Answer | null;
  version: number;
  state?: State | undefined;
}

type Answered = Item & { oneOnOne: ReturnType<typeof presentStanding> };

export async function answerItem(
  context: Context,
  id: string,
  itemId: string,
  wanted: Wanted,
): Promise<Answered> {
  const { db, viewer } = context;
  // The item's absence is a matter of reach, so it comes before right and state.
  const item = await findItem(db, id, itemId);
  const change = await prepareChange(context, id, 'edit', wanted.state);
  const row = await findItem(db, id, itemId);
  const fault = wanted.answer === null ? null : valueFault(item, wanted.answer);
  if (fault !== null) throw problem('invalid', { errors: [{ path: 'answer.value', message: fault }] });
  if (row.version !== wanted.version) throw problem('stale_version', { current: presentItem(row) });

  const answer = normalizedAnswer(wanted.answer);
  await applyChange(context, change);
  await db.run(
    build
      .updateTable('item')
      .set({ answer: json(answer), answer_plain: answerInWords(item, answer), version: row.version + 1 })
      .where('id', '=', itemId)
      .where('one_on_one_id', '=', id),
  );
  return {
    ...presentItem(await findItem(db, id, itemId)),
    oneOnOne: presentStanding(await reachOneOnOne(db, id), viewer.id),
  };
}

/** The item of a one-on-one that the viewer reaches; 404 for any other. */
export async function findItem(
  db: Db,
  oneOnOneId: string,
  itemId: string,
): Promise<ItemRow & { position: number }> {
  await reachOneOnOne(db, oneOnOneId);
  const row = await db.first(
    sql<ItemRow & { position: number }>`
      select id, section_id, kind, prompt, options, answer, version, position
        from item where id = ${itemId} and one_on_one_id = ${oneOnOneId}`,
  );
  if (row === undefined) throw problem('not_found');
  return row;
}
