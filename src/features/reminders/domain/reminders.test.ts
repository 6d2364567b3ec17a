import { describe, expect, it } from 'vitest';
import { isReminderDue, morningOf } from './reminders.ts';

describe('on 24 November', () => {
  it.each([
    ['nothing is due', { tomorrow: 0, overdue: 0 }, null, false],
    ['something is due tomorrow', { tomorrow: 1, overdue: 0 }, null, true],
    [
      'something is due tomorrow, and yesterday told of overdue ones',
      { tomorrow: 1, overdue: 2 },
      '2026-11-23',
      true,
    ],
    ['something is overdue for the first time', { tomorrow: 0, overdue: 1 }, null, true],
    ['something is overdue, told of six days ago', { tomorrow: 0, overdue: 1 }, '2026-11-18', false],
    ['something is overdue, told of a week ago', { tomorrow: 0, overdue: 1 }, '2026-11-17', true],
    ['something is overdue, told of two months ago', { tomorrow: 0, overdue: 1 }, '2026-09-24', true],
  ])('where %s', (_, counts, last, due) => {
    expect(isReminderDue(counts, last, '2026-11-24')).toBe(due);
  });
});

it.each([
  ['2026-11-24T06:59:00Z', 'Europe/Berlin', '2026-11-24', false],
  ['2026-11-24T07:00:00Z', 'Europe/Berlin', '2026-11-24', true],
  ['2026-07-24T06:00:00Z', 'Europe/Berlin', '2026-07-24', true],
  ['2026-11-24T23:30:00Z', 'Europe/Berlin', '2026-11-25', false],
  ['2026-11-24T23:30:00Z', 'America/New_York', '2026-11-24', true],
])('at %s in %s it is %s, and the morning has begun: %s', (now, timeZone, today, hasBegun) => {
  expect(morningOf(new Date(now), timeZone)).toEqual({ today, hasBegun });
});
