import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { instantOf, oddityOf, ordinals, slotsBetween, slotsFrom } from './recurrence.ts';
import type { Rule, Weekday } from './recurrence.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'UTC',
];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const weekday = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);
const at = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const startsOn = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());
const regular = { every: fc.integer({ min: 1, max: 12 }), weekday, at, startsOn };
const timeZone = fc.constantFrom(...zones);
const rule: fc.Arbitrary<Exclude<Rule, { cadence: 'on_demand' }>> = fc.oneof(
  fc.record({ cadence: fc.constant('weekly' as const), ...regular, timeZone }),
  fc.record({
    cadence: fc.constant('monthly' as const),
    nth: fc.constantFrom(...ordinals),
    ...regular,
    timeZone,
  }),
);

/** The same days by a library that knows nothing of this module; the clock's oddities are checked apart. */
function daysByLibrary(one: Exclude<Rule, { cadence: 'on_demand' }>, count: number): string[] {
  const day = weekdays[one.weekday - 1];
  const byDay = one.cadence === 'monthly' ? `${one.nth}${day}` : day;
  const frequency = one.cadence === 'monthly' ? 'MONTHLY' : 'WEEKLY';
  const start = firstDay(one).replaceAll('-', '');
  const text = `DTSTART;TZID=UTC:${start}T120000\nRRULE:FREQ=${frequency};INTERVAL=${one.every};BYDAY=${byDay};COUNT=${count}`;
  return new RRuleTemporal({ rruleString: text }).all().map((date) => date.toPlainDate().toString());
}

/** By looking at every day: the first of the rule. Intervals count from it. */
function firstDay(one: Exclude<Rule, { cadence: 'on_demand' }>): string {
  let day = Temporal.PlainDate.from(one.startsOn);
  const isFirst = () => {
    if (day.dayOfWeek !== one.weekday) return false;
    if (one.cadence === 'weekly') return true;
    return one.nth === -1 ? day.day > day.daysInMonth - 7 : Math.ceil(day.day / 7) === one.nth;
  };
  while (!isFirst()) day = day.add({ days: 1 });
  return day.toString();
}

describe('the days of a rule', () => {
  it('are those of an independent library, over ten years and twelve zones', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const slots = slotsFrom(one, Temporal.Instant.from('2019-12-01T00:00Z'));
        const mine = [...slots.take(30)].map((slot) => slot.epochMilliseconds);
        const theirs = daysByLibrary(one, 30).map((day) => {
          const wall = Temporal.PlainDateTime.from(`${day}T${one.at}`);
          return wall.toZonedDateTime(one.timeZone).epochMilliseconds;
        });
        expect(mine).toEqual(theirs);
      }),
      { numRuns: 600 },
    );
  });

  it('do not depend on where one begins to look', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 5000 }), (one, days) => {
        const begin = Temporal.Instant.from('2019-12-01T00:00Z');
        const from = begin.add({ hours: days * 24 });
        const to = from.add({ hours: 24 * 500 });
        const whole = slotsBetween(one, begin, to).filter(
          (slot) => Temporal.Instant.compare(slot, from) >= 0,
        );
        expect(slotsBetween(one, from, to).map(String)).toEqual(whole.map(String));
      }),
      { numRuns: 300 },
    );
  });

  it('show the same time on the wall, except where that time does not exist', () => {
    fc.assert(
      fc.property(rule, (one) => {
        for (const slot of slotsFrom(one, Temporal.Instant.from('2019-12-01T00:00Z')).take(60)) {
          const local = slot.toZonedDateTimeISO(one.timeZone);
          const isGap = oddityOf(local.toPlainDate().toString(), one.at, one.timeZone) === 'skipped';
          if (!isGap && local.toPlainTime().toString({ smallestUnit: 'minute' }) !== one.at) {
            // Pulled over midnight by a gap: then its own day is the one before.
            const before = local.toPlainDate().subtract({ days: 1 }).toString();
            expect(oddityOf(before, one.at, one.timeZone)).toBe('skipped');
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('a rule on demand has no days', () => {
  const onDemand: Rule = { cadence: 'on_demand', timeZone: 'UTC', startsOn: '2026-01-01' };
  expect([...slotsFrom(onDemand, Temporal.Instant.from('2020-01-01T00:00Z'))]).toEqual([]);
});

it.each([
  ['Europe/Berlin', '2026-03-29', '02:30', 'skipped', '2026-03-29T01:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', 'twice', '2026-10-25T00:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '10:00', null, '2026-10-25T09:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', 'skipped', '2026-10-03T15:45:00Z'],
  ['Africa/Cairo', '2026-04-24', '00:30', 'skipped', '2026-04-23T22:30:00Z'],
  ['Asia/Kathmandu', '2026-10-25', '10:00', null, '2026-10-25T04:15:00Z'],
  ['America/Santiago', '2026-09-06', '00:10', 'skipped', '2026-09-06T04:10:00Z'],
])('in %s on %s, %s is %s, and stands for %s', (zone, date, time, oddity, instant) => {
  expect(oddityOf(date, time, zone)).toBe(oddity);
  expect(instantOf(date, time, zone).toString()).toBe(instant);
});
