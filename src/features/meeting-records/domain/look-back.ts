import type { AnswerContent } from '../../one-on-ones/domain/content.ts';
import type { Given } from '../../one-on-ones/domain/given.ts';
import type { ItemKind } from '../../templates/domain/items.ts';

interface Item {
  kind: ItemKind;
  answer: AnswerContent | null;
  given: Given | null;
}

/** A question that nobody answered; a mood or a rating that was left out is none. */
export function isUnanswered({ kind, answer, given }: Item): boolean {
  return kind === 'question' && given === null && answer === null;
}

/** What was asked and answered; what a meeting brought in stands on the agenda and among the promises. */
export function isAnswered({ kind, answer }: Item): boolean {
  switch (kind) {
    case 'question':
    case 'note':
    case 'rating':
    case 'mood':
    case 'kpi':
    case 'target':
      return answer !== null;
    case 'agenda':
    case 'follow-up':
    case 'update':
      return false;
  }
}

interface AgreedIn {
  heldOn: string;
  agreed: readonly { dueOn: string; doneAt: string | null }[];
}

export interface FollowUpTally {
  doneOnTime: number;
  doneLate: number;
  open: number;
  overdue: number;
  /** The oldest first. */
  byMeeting: { heldOn: string; agreed: number; done: number }[];
}

/** How the two kept what they agreed; on the day itself it is on time still. Days are those of the given zone. */
export function tallyOf(meetings: readonly AgreedIn[], today: string, timeZone: string): FollowUpTally {
  const tally: FollowUpTally = { doneOnTime: 0, doneLate: 0, open: 0, overdue: 0, byMeeting: [] };
  for (const { heldOn, agreed } of meetings) {
    for (const { dueOn, doneAt } of agreed) {
      if (doneAt === null) tally[dueOn < today ? 'overdue' : 'open'] += 1;
      else tally[dayOf(doneAt, timeZone) <= dueOn ? 'doneOnTime' : 'doneLate'] += 1;
    }
    const done = agreed.filter(({ doneAt }) => doneAt !== null).length;
    tally.byMeeting.push({ heldOn, agreed: agreed.length, done });
  }
  return tally;
}

function dayOf(instant: string, timeZone: string): string {
  const at = new Date(instant).getTime();
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
