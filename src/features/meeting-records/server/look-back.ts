import type { Context } from '../../../server/http/serve.ts';
import { agreedLately, followUpOfPair } from '../../action-items/server/pair-follow-up-reach.ts';
import { lastOfPair } from '../../one-on-ones/server/last-of-pair-reach.ts';
import type { LastRecord } from '../../one-on-ones/server/last-of-pair-reach.ts';
import { reachSeries } from '../../series/server/series-reach.ts';
import type { LookBack } from '../contract.ts';
import { isAnswered, isUnanswered, tallyOf } from '../domain/look-back.ts';

const meetingsCounted = 12;

/** What each of the two looks at before they meet. Promises of a draft are none yet, and are counted for nobody. */
export async function lookBack(context: Context, seriesId: string): Promise<LookBack> {
  const { db, today } = context;
  const series = await reachSeries(db, seriesId);
  const { open, settled } = await followUpOfPair(context, series);
  const last = await lastOfPair(db, series, today);
  const agreed = await agreedLately(context, series, meetingsCounted);
  return {
    open,
    settled,
    ...presentLast(last),
    followUp: tallyOf(agreed, today, series.rule.timeZone),
  };
}

function presentLast(last: LastRecord | undefined): Pick<LookBack, 'last' | 'unanswered' | 'lastAnswers'> {
  if (last === undefined) return { last: null, unanswered: [], lastAnswers: [] };
  const { id, title, heldOn, state, items } = last;
  return {
    last: { id, title, heldOn, state },
    unanswered: items.filter(isUnanswered).map((item) => ({ itemId: item.id, prompt: item.prompt })),
    lastAnswers: items.filter(isAnswered).map((item) => ({
      itemId: item.id,
      kind: item.kind,
      prompt: item.prompt,
      options: item.options,
      answer: item.answer ?? {},
      fromEmployee: item.fromEmployee,
    })),
  };
}
