import { describe, expect, it } from 'vitest';
import { dayAtWork, isReminderDue } from './reminders.ts';
import { usualHours } from './working-hours.ts';

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
  ['2026-11-24T07:59:00Z', 'Europe/Berlin', '2026-11-24', null, false],
  ['2026-11-24T08:00:00Z', 'Europe/Berlin', '2026-11-24', null, true],
  ['2026-07-24T07:00:00Z', 'Europe/Berlin', '2026-07-24', 'Monday', true],
  ['2026-11-24T16:00:00Z', 'Europe/Berlin', '2026-11-24', null, false],
  ['2026-11-24T23:30:00Z', 'Europe/Berlin', '2026-11-25', null, false],
  ['2026-11-24T21:30:00Z', 'America/New_York', '2026-11-24', null, true],
  ['2026-11-28T10:00:00Z', 'Europe/Berlin', '2026-11-28', 'Monday', false],
])(
  'at %s in %s it is %s, the others are due by %s, and work goes on: %s',
  (now, timeZone, today, by, isAtWork) => {
    expect(dayAtWork(new Date(now), { timeZone, hours: usualHours })).toMatchObject({ today, by, isAtWork });
  },
);
