import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { occurrences, readWithIcalJs, readWithNodeIcal } from '../../../../test/support/read-ics.ts';
import { oddityOf, slotsBetween } from '../../series/domain/recurrence.ts';
import type { Rule } from '../../series/domain/recurrence.ts';
import { seriesEvent } from '../domain/series-events.ts';
import type { SeriesInCalendar } from '../domain/series-events.ts';
import { zoneBlock } from './time-zone-blocks.ts';
import { writeCalendar } from './write-calendar.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kolkata',
  'America/St_Johns',
  'Pacific/Auckland',
  'Asia/Jerusalem',
  'Etc/UTC',
  'Asia/Tokyo',
];
const regular = {
  every: fc.integer({ min: 1, max: 12 }),
  weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  // The clocks change between midnight and three.
  at: fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })),
      fc.constantFrom(0, 15, 30, 59),
    )
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  timeZone: fc.constantFrom(...zones),
  startsOn: fc
    .integer({ min: 0, max: 1500 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString()),
};
const anyRule = fc.oneof(
  fc.record({ cadence: fc.constant('weekly'), ...regular }),
  fc.record({ cadence: fc.constant('monthly'), nth: fc.constantFrom(1, 2, 3, 4, -1), ...regular }),
) as fc.Arbitrary<Rule>;

function written(rule: Rule, since: Temporal.Instant, more: Partial<SeriesInCalendar> = {}): string {
  const series = {
    id: 'a',
    rule,
    minutes: 30,
    ruleSince: since.toString(),
    endedAt: null,
    sequence: 1,
    meetings: [],
  };
  const event = seriesEvent({ ...series, ...more }, since);
  const words = { summary: '1:1', place: '', page: 'https://x.example/series/a' };
  return writeCalendar(event === null ? [] : [{ event, uid: 'a@x', words }], {
    stamp: new Date(0),
    itip: null,
  });
}

function isOdd(rule: Rule, slot: string): boolean {
  const day = Temporal.Instant.from(slot).toZonedDateTimeISO(rule.timeZone).toPlainDate().toString();
  return rule.cadence !== 'on_demand' && oddityOf(day, rule.at, rule.timeZone) !== null;
}

describe('a series in a calendar', () => {
  it('is expanded by another library to the same instants, over two years, in twelve zones', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 40_000 }), (rule, hours) => {
        const since = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours });
        const until = since.add({ hours: 2 * 366 * 24 });
        const event = readWithIcalJs(written(rule, since)).getFirstSubcomponent('vevent');
        if (event === null) throw new Error('There is no event.');
        const expected = slotsBetween(rule, since, until).map(String);
        const found = occurrences(event, until.add({ hours: 1 }));
        // ical.js takes a time that exists twice, or not at all, for the other of the two that it may be.
        const agreed = expected.map((slot, at) => {
          const other = found[at] ?? '';
          const isNear = Math.abs(Date.parse(other) - Date.parse(slot)) <= 3_600_000;
          return isNear && isOdd(rule, slot) ? other : slot;
        });
        expect(found.slice(0, expected.length)).toEqual(agreed);
        expect(found.length - expected.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('has no place for what was called off, and ends when the series does', () => {
    const rule: Rule = {
      cadence: 'weekly',
      every: 1,
      weekday: 2,
      at: '10:00',
      timeZone: 'Europe/Berlin',
      startsOn: '2027-03-02',
    };
    const since = Temporal.Instant.from('2027-03-01T00:00:00Z');
    const meetings = [
      {
        id: 'b',
        slotAt: '2027-03-09T09:00:00Z',
        startsAt: '2027-03-09T09:00:00Z',
        minutes: 30,
        status: 'skipped' as const,
        late: false,
        isExtra: false,
        sequence: 1,
      },
    ];
    const text = written(rule, since, { meetings, endedAt: '2027-03-30T08:00:00Z' });
    const event = readWithIcalJs(text).getFirstSubcomponent('vevent');
    if (event === null) throw new Error('There is no event.');
    expect(occurrences(event, since.add({ hours: 1000 * 24 }))).toEqual([
      '2027-03-02T09:00:00Z',
      '2027-03-16T09:00:00Z',
      '2027-03-23T09:00:00Z',
    ]);
    const [read] = readWithNodeIcal(text);
    expect(Object.keys(read?.exdate ?? {})).toContain('2027-03-09T09:00:00.000Z');
  });

  it('brings the zone of every name that there is', () => {
    for (const name of [
      ...Intl.supportedValuesOf('timeZone'),
      'UTC',
      'GMT',
      'US/Eastern',
      'EST5EDT',
      'CET',
    ]) {
      expect(zoneBlock(name).text, name).toContain(`TZID:${zoneBlock(name).name}`);
    }
  });

  it('brings zones whose clocks change when they do, for ten years', () => {
    const wrong = Intl.supportedValuesOf('timeZone').filter((name) => {
      const text = `BEGIN:VCALENDAR\r\n${zoneBlock(name).text}\r\nEND:VCALENDAR`;
      const zone = new ICAL.Timezone(readWithIcalJs(text).getFirstSubcomponent('vtimezone') ?? undefined);
      const offsetAt = ({ year, month, day, hour, minute }: Temporal.ZonedDateTime) =>
        zone.utcOffset(new ICAL.Time({ year, month, day, hour, minute }, zone));
      const start = Temporal.PlainDateTime.from('2026-01-01T12:00').toZonedDateTime(name);
      for (
        let next = start.getTimeZoneTransition('next');
        next !== null;
        next = next.getTimeZoneTransition('next')
      ) {
        if (next.year > 2036) break;
        for (const near of [next.subtract({ hours: 30 }), next.add({ hours: 30 })])
          if (offsetAt(near) * 1e9 !== near.offsetNanoseconds) return true;
      }
      return false;
    });
    expect(wrong).toEqual([]);
  });

  it('holds whatever a place is, and nothing of it is a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (place) => {
        const start = Temporal.ZonedDateTime.from('2027-03-02T10:00[Europe/Berlin]');
        const event = { about: 'a', sequence: 1, start, minutes: 30, recurrence: null, instead: null };
        const words = { summary: '1:1 with "Eli"\r\nX-EVIL:1', place, page: 'https://x.example/' };
        const text = writeCalendar([{ event, uid: 'a@x', words }], { stamp: new Date(0), itip: null });
        const root = readWithIcalJs(text);
        const [read, ...others] = root.getAllSubcomponents('vevent');
        expect(others).toEqual([]);
        const known = [
          'uid',
          'sequence',
          'dtstamp',
          'dtstart',
          'dtend',
          'summary',
          'location',
          'description',
          'url',
          'status',
        ];
        expect(read?.getAllProperties().filter(({ name }) => !known.includes(name))).toEqual([]);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
