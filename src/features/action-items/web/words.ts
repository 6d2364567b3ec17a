import { daysBetween, formatDay, localDay } from '../../../web/ui/dates.ts';
import type { ActionItem } from '../contract.ts';
import { outcomeOf, type Outcome } from '../domain/action-items.ts';

/** What became of it, by the reader's own day. */
export function outcomeNow(item: ActionItem): Outcome {
  return outcomeOf(item, localDay(new Date()));
}

/** When it is due, as one says it: due today, due tomorrow, due 24 November, overdue since 16 November. */
export function dueInWords(dueOn: string, now = new Date()): string {
  const days = daysBetween(localDay(now), dueOn);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  return `${days < 0 ? 'overdue since' : 'due'} ${formatDay(dueOn, now)}`;
}

/** Me as "you", everybody else by first name. */
export function called({ id, name }: { id: string; name: string }, myId: string): string {
  return id === myId ? 'you' : (name.trim().split(/\s+/u)[0] ?? name);
}

/** "2 open · 1 done · 1 dropped", in this order; nothing of what there is none of. */
export function countsInWords(items: readonly ActionItem[]): string {
  const counts = new Map<Outcome, number>();
  for (const item of items) {
    const outcome = outcomeNow(item);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return (['overdue', 'open', 'done', 'dropped'] as const)
    .flatMap((outcome) => (counts.has(outcome) ? [`${counts.get(outcome)} ${outcome}`] : []))
    .join(' · ');
}
