import { sql } from 'kysely';
import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { Answer, Item } from '../contract.ts';
import { answerFault, normalizedAnswer } from '../domain/answers.ts';
import type { State } from '../domain/states.ts';
import { canonicalJson } from '../domain/canonical-form.ts';
import { reachItem, wordsOf } from './item-queries.ts';
import type { ItemRow } from './load-one-on-one.ts';
import { reachOneOnOne } from './one-on-one-reach.ts';
import { presentItem } from './present-one-on-one.ts';
import { presentStanding } from './standing-reach.ts';
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
  const item = await reachItem(db, id, itemId);
  const change = await prepareChange(context, id, 'edit', wanted.state);
  const fault = wanted.answer === null ? null : answerFault(item, wanted.answer);
  if (fault !== null) throw problem('invalid', { errors: [fault] });
  await refuseArchived(context, item, wanted.answer);
  if (item.from_employee && item.kind !== 'update') {
    throw problem('conflict', {
      detail: 'This is what the employee answered before the meeting: nobody changes it.',
      current: presentItem(item),
    });
  }
  if (item.version !== wanted.version) throw problem('stale_version', { current: presentItem(item) });

  const answer = normalizedAnswer({ ...wanted.answer, done: item.answer?.done });
  const version = item.version + 1;
  await applyChange(context, change);
  await db.run(
    build
      .updateTable('item')
      .set({ answer: json(answer), answer_plain: wordsOf(item, answer), version })
      .where('id', '=', itemId)
      .where('one_on_one_id', '=', id),
  );
  return {
    ...presentItem({ ...item, answer, version }),
    oneOnOne: presentStanding(await reachOneOnOne(db, id), viewer.id),
  };
}

/** Nobody agrees on what would not take effect; what was agreed on before stays as it was said. */
async function refuseArchived({ db }: Context, item: ItemRow, answer: Answer | null): Promise<void> {
  const target = answer?.target;
  if (target === undefined || canonicalJson(target) === canonicalJson(item.answer?.target)) return;
  const archived = await db.first(
    sql`select k.id from kpi k where k.id = ${item.measure?.kpiId ?? null} and k.archived_at is not null`,
  );
  if (archived === undefined) return;
  const message = 'This KPI is archived: no target of it takes effect.';
  throw problem('invalid', { errors: [{ path: 'answer.target', message }] });
}
