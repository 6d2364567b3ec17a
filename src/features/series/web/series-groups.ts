import { daysBetween, localDay } from '../../../web/ui/dates.ts';
import type { Series } from '../contract.ts';

interface Group {
  title: string;
  items: Series[];
}

const titles = ['Today', 'Tomorrow', 'In the next seven days', 'Later', 'Nothing planned', 'Ended'] as const;

/** In the order of the next meetings; groups that hold nothing are left out. */
export function groupsOfSeries(series: readonly Series[], now = new Date()): Group[] {
  const sorted = series.toSorted((a, b) => startOf(a) - startOf(b));
  return titles
    .map((title) => ({ title, items: sorted.filter((one) => titleOf(one, now) === title) }))
    .filter(({ items }) => items.length > 0);
}

function startOf({ next }: Series): number {
  return next === null ? Infinity : Date.parse(next.startsAt);
}

function titleOf({ isOpen, next }: Series, now: Date): (typeof titles)[number] {
  if (!isOpen) return 'Ended';
  if (next === null) return 'Nothing planned';
  const days = daysBetween(localDay(now), localDay(next.startsAt));
  if (days <= 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  return days <= 7 ? 'In the next seven days' : 'Later';
}
