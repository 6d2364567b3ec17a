import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  periods,
  spanOf,
  startOf,
  stepFrom,
  trendOf,
  weekdayOf,
  workingDays,
  yearBefore,
} from './periods.ts';

const day = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((number) => Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString());
const period = fc.constantFrom(...periods);

describe('a period', () => {
  it.each([
    // A week belongs to the year in which most of it lies; it begins on Monday wherever that is.
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['week', '2026-12-31', '2026-12-28', '2027-01-03'],
    ['week', '2024-12-30', '2024-12-30', '2025-01-05'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', '2027-02-28', '2027-02-01', '2027-02-28'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-06-30'],
    ['year', '2028-02-29', '2028-01-01', '2028-12-31'],
    // The days on which clocks change are days like others.
    ['day', '2026-03-29', '2026-03-29', '2026-03-29'],
    ['week', '2026-10-25', '2026-10-19', '2026-10-25'],
    // Dates end here.
    ['day', '9999-12-31', '9999-12-31', '9999-12-31'],
    ['week', '9999-12-31', '9999-12-27', '9999-12-31'],
    ['month', '9999-12-31', '9999-12-01', '9999-12-31'],
    ['quarter', '9999-12-31', '9999-10-01', '9999-12-31'],
    ['year', '9999-12-31', '9999-01-01', '9999-12-31'],
  ] as const)('%s of %s is from %s to %s', (kind, on, startsOn, endsOn) => {
    expect(spanOf(kind, on)).toEqual({ startsOn, endsOn });
  });

  it('holds each of its days and no other, and the next begins the day after', () => {
    fc.assert(
      fc.property(period, day, (kind, on) => {
        const { startsOn, endsOn } = spanOf(kind, on);
        expect(startsOn <= on && on <= endsOn).toBe(true);
        expect(startOf(kind, endsOn)).toBe(startsOn);
        expect(startOf(kind, addDays(endsOn, 1))).toBe(stepFrom(kind, startsOn, 1));
        expect(stepFrom(kind, startsOn, 1)).toBe(addDays(endsOn, 1));
      }),
    );
  });

  it('goes back as far as it went forward', () => {
    fc.assert(
      fc.property(period, day, fc.integer({ min: -60, max: 60 }), (kind, on, count) => {
        const startsOn = startOf(kind, on);
        expect(stepFrom(kind, stepFrom(kind, startsOn, count), -count)).toBe(startsOn);
      }),
    );
  });

  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, day, (on, other) => {
        const date = Temporal.PlainDate.from(on);
        expect(weekdayOf(on)).toBe(date.dayOfWeek);
        expect(startOf('month', on)).toBe(date.with({ day: 1 }).toString());
        expect(startOf('week', on)).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
        expect(daysBetween(on, other)).toBe(date.until(other, { largestUnit: 'days' }).days);
      }),
    );
  });

  it('has a trend that ends with it, one after the other', () => {
    expect(trendOf('month', '2026-01-15', 3)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01']);
    expect(trendOf('week', '2026-01-02', 2)).toEqual(['2025-12-22', '2025-12-29']);
  });

  it('has its like a year before, of weeks and days with the same weekdays', () => {
    expect(yearBefore('month', '2028-02-01')).toBe('2027-02-01');
    expect(yearBefore('quarter', '2026-01-01')).toBe('2025-01-01');
    fc.assert(
      fc.property(day, (on) => {
        expect(weekdayOf(yearBefore('day', on))).toBe(weekdayOf(on));
      }),
    );
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-02', '2026-11-08', [1, 2, 3, 4, 5], 5],
    ['2026-11-07', '2026-11-08', [1, 2, 3, 4, 5], 0],
    ['2026-11-01', '2026-11-30', [1, 2, 3, 4, 5], 21],
    ['2028-02-01', '2028-02-29', [1, 2, 3, 4, 5], 21],
    ['2026-11-01', '2026-11-30', [7], 5],
    ['2026-11-03', '2026-11-02', [1, 2, 3, 4, 5], 0],
  ])('from %s to %s of %j are %i', (startsOn, endsOn, worked, count) => {
    expect(workingDays({ startsOn, endsOn }, worked)).toBe(count);
  });

  it('are those that counting one by one finds', () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 100 }), weekdays, (startsOn, length, worked) => {
        const days = Array.from({ length: length + 1 }, (_, at) => addDays(startsOn, at));
        const counted = days.filter((one) => worked.includes(weekdayOf(one))).length;
        expect(workingDays({ startsOn, endsOn: addDays(startsOn, length) }, worked)).toBe(counted);
      }),
    );
  });
});
