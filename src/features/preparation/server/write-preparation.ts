import { build, json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { FieldError } from '../../../shared/problems.ts';
import { normalizedAnswer, valueFault } from '../../one-on-ones/domain/answers.ts';
import type { AnswerContent } from '../../one-on-ones/domain/content.ts';
import { updateParts } from '../../one-on-ones/domain/given.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import { prepareInSeries } from '../../series/server/series-reach.ts';
import type { Preparation } from '../contract.ts';
import { findPreparation, presentPreparation } from './find-preparation.ts';
import type { AskedRow, Update } from './preparation-reach.ts';

interface Wanted {
  update: Update;
  answers: Record<string, AnswerContent>;
  version: number;
}

/** Unseen until it is sent; what was sent is taken back first. */
export async function writePreparation(
  context: Context,
  seriesId: string,
  wanted: Wanted,
): Promise<Preparation> {
  const { db, viewer, now } = context;
  await prepareInSeries(context, seriesId, 'prepare');
  const found = await findPreparation(db, seriesId);
  const { row, asked } = found;
  if (row !== undefined && row.sent_at !== null) {
    throw problem('conflict', { detail: 'It is sent. Take it back to go on writing.' });
  }
  if ((row?.version ?? 0) !== wanted.version) {
    throw problem('stale_version', { current: presentPreparation(found, viewer) });
  }
  refuseUnfit(wanted.answers, asked);
  const values = {
    update: json(withoutEmpty(wanted.update)),
    answers: json(normalized(wanted.answers)),
    version: wanted.version + 1,
    updated_at: now,
  };
  if (row === undefined) {
    const made = { id: newId(), series_id: seriesId, employee_id: viewer.id, created_at: now };
    await db.run(
      build.insertInto('preparation').values({ ...made, ...values, sent_at: null, used_at: null }),
    );
  } else {
    await db.run(build.updateTable('preparation').set(values).where('id', '=', row.id));
  }
  return presentPreparation(await findPreparation(db, seriesId), viewer);
}

function refuseUnfit(answers: Record<string, AnswerContent>, asked: readonly AskedRow[]): void {
  const errors = Object.entries(answers).flatMap(([itemId, answer]): FieldError[] => {
    const item = asked.find(({ item_id, kind }) => item_id === itemId && kind !== 'update');
    const fault =
      item === undefined || answer.target !== undefined
        ? 'This is not asked before the meeting.'
        : valueFault(item, answer);
    return fault === null ? [] : [{ path: `answers.${itemId}`, message: fault }];
  });
  if (errors.length > 0) throw problem('invalid', { errors });
}

function withoutEmpty(update: Update): Update {
  const written = updateParts.flatMap((part) => {
    const text = update[part];
    return text === undefined || isEmptyRichText(text) ? [] : [[part, text]];
  });
  return Object.fromEntries(written) as Update; // entries of its own parts
}

function normalized(answers: Record<string, AnswerContent>): Record<string, AnswerContent> {
  const given = Object.entries(answers).flatMap(([itemId, answer]) => {
    const kept = normalizedAnswer(answer);
    return kept === null ? [] : [[itemId, kept] as const];
  });
  return Object.fromEntries(given);
}
