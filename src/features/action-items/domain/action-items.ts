import { roleOf } from '../../one-on-ones/domain/rights.ts';
import type { Standing, Verdict } from '../../one-on-ones/domain/rights.ts';
import { isShared } from '../../one-on-ones/domain/states.ts';
import type { State } from '../../one-on-ones/domain/states.ts';

/** In one one-on-one; small agreements are few. */
export const maxActionItems = 100;
export const maxTextLength = 500;
export const maxReasonLength = 1000;

interface Course {
  dueOn: string;
  doneAt: string | null;
  dropped: { at: string } | null;
}

/** What became of an agreement. */
export type Outcome = 'open' | 'overdue' | 'done' | 'dropped';

/** `today` is a date like `2026-11-24`; on the day itself nothing is overdue yet. */
export function outcomeOf({ dueOn, doneAt, dropped }: Course, today: string): Outcome {
  if (doneAt !== null) return 'done';
  if (dropped !== null) return 'dropped';
  return dueOn < today ? 'overdue' : 'open';
}

/** In a week, where nobody says when and no meeting is planned. */
export function defaultDueOn(today: string): string {
  return Temporal.PlainDate.from(today).add({ days: 7 }).toString();
}

/** Its owner, and the manager for either; a former manager only what they own themselves. */
export function mayMark(standing: Standing, ownerId: string): Verdict {
  const role = roleOf(standing);
  if (role === null || role === 'participant') return { allowed: false, because: 'not_yours' };
  if (standing.viewerId === ownerId) return { allowed: true };
  if (role === 'employee') return { allowed: false, because: 'not_yours' };
  return standing.stillManages ? { allowed: true } : { allowed: false, because: 'no_longer_managed' };
}

/** What is agreed in a draft is not agreed yet: nobody does it, is reminded of it, or is asked what became of it. */
export function isAgreed(state: State): boolean {
  return isShared(state);
}

/** An agreement with where it comes from. */
interface Earlier extends Course {
  id: string;
  oneOnOne: { id: string; heldOn: string };
}

/**
 * What a meeting begins with, from what the pair agreed before: all that is open still, the longest due first; and
 * what became of the rest of what was agreed the last time, or was settled since.
 */
export function followUpOf<Item extends Earlier>(items: readonly Item[]): { open: Item[]; settled: Item[] } {
  const lastDay = items.map(({ oneOnOne }) => oneOnOne.heldOn).reduce((a, b) => (a > b ? a : b), '');
  const isRecent = (item: Item) =>
    item.oneOnOne.heldOn === lastDay || (settledAt(item) ?? '').slice(0, 10) >= lastDay;
  return {
    open: items.filter((item) => settledAt(item) === null).toSorted(byDueDate),
    settled: items.filter((item) => settledAt(item) !== null && isRecent(item)),
  };
}

function settledAt({ doneAt, dropped }: Course): string | null {
  return doneAt ?? dropped?.at ?? null;
}

/** The longest due first, so that what is overdue comes before everything else. */
export function byDueDate(a: { dueOn: string; id: string }, b: { dueOn: string; id: string }): number {
  return compare(a.dueOn, b.dueOn) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
