import { expect, it } from 'vitest';
import type { Series } from '../contract.ts';
import { groupsOfSeries } from './series-groups.ts';

const now = new Date('2026-11-24T09:00:00Z');

function series(id: string, startsAt: string | null, isOpen = true): Series {
  const next = startsAt === null ? null : { startsAt };
  return { id, isOpen, next } as Series; // no other field is looked at
}

it('stand in the order of the next meetings, under words that say when', () => {
  const groups = groupsOfSeries(
    [
      series('later', '2026-12-24T10:00:00Z'),
      series('ended', null, false),
      series('second today', '2026-11-24T15:00:00Z'),
      series('on demand', null),
      series('today', '2026-11-24T10:00:00Z'),
      series('in a week', '2026-12-01T10:00:00Z'),
      series('tomorrow', '2026-11-25T10:00:00Z'),
    ],
    now,
  );
  expect(groups.map(({ title, items }) => [title, ...items.map(({ id }) => id)])).toEqual([
    ['Today', 'today', 'second today'],
    ['Tomorrow', 'tomorrow'],
    ['In the next seven days', 'in a week'],
    ['Later', 'later'],
    ['Nothing planned', 'on demand'],
    ['Ended', 'ended'],
  ]);
});
