import { daysBetween, localDay } from '../../../web/ui/dates.ts';

interface Group<Item> {
  title: string;
  items: Item[];
}

/** In the order of their due dates: overdue, today, within a week, later. What is marked meanwhile keeps its place. */
export function groupsOf<Item extends { dueOn: string }>(
  items: readonly Item[],
  now = new Date(),
): Group<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const title = titleOf(daysBetween(localDay(now), item.dueOn));
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, inGroup]) => ({ title, items: inGroup }));
}

function titleOf(days: number): string {
  if (days < 0) return 'Overdue';
  if (days === 0) return 'Today';
  return days <= 7 ? 'Within a week' : 'Later';
}
