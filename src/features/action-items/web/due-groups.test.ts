import { expect, it } from 'vitest';
import { groupsOf } from './due-groups.ts';

it('groups what is due as one plans it, and draws no empty group', () => {
  const now = new Date('2026-11-24T12:00:00');
  const due = ['2026-11-01', '2026-11-23', '2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02'];
  const groups = groupsOf(
    due.map((dueOn) => ({ dueOn })),
    now,
  );
  expect(groups.map(({ title, items }) => [title, ...items.map(({ dueOn }) => dueOn)])).toEqual([
    ['Overdue', '2026-11-01', '2026-11-23'],
    ['Today', '2026-11-24'],
    ['Within a week', '2026-11-25', '2026-12-01'],
    ['Later', '2026-12-02'],
  ]);
  expect(groupsOf([], now)).toEqual([]);
});
