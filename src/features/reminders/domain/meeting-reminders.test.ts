import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAtSeries } from './look-at-series.ts';
import type { MeetingToRemindOf, PersonToRemind } from './look-at-series.ts';
import { remindersOf } from './meeting-reminders.ts';
import type { ReminderSettings } from './meeting-reminders.ts';
import { nextAtWork, usualHours } from './working-hours.ts';

const berlin: ReminderSettings = { timeZone: 'Europe/Berlin', hours: usualHours, choices: {} };

/** `Thu 2026-11-19 09:00`, on the person's wall. */
function onWall(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone);
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1];
  return `${weekday} ${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function remindedOf(local: string, settings: ReminderSettings, zoneOfMeeting = settings.timeZone): string[] {
  const startsAt = Temporal.PlainDateTime.from(local).toZonedDateTime(zoneOfMeeting).toInstant();
  return remindersOf({ startsAt, endsAt: startsAt.add({ minutes: 30 }) }, settings).map(
    ({ kind, dueAt }) => `${kind} ${onWall(dueAt, settings.timeZone)}`,
  );
}

const withDays = (days: number): ReminderSettings => ({
  ...berlin,
  choices: Object.fromEntries(
    ['add-to-agenda', 'review-agenda', 'finish-record'].map((kind) => [
      kind,
      { wanted: true, daysBefore: days },
    ]),
  ),
});

describe('a meeting is told of', () => {
  it.each<[string, string, ReminderSettings, string[]]>([
    [
      'on the working days before and after it',
      '2026-11-25T10:00',
      berlin,
      ['Mon 2026-11-23 09:00', 'Tue 2026-11-24 09:00', 'Thu 2026-11-26 09:00'],
    ],
    [
      'on Thursday and Friday where it is on a Monday, never on a Sunday',
      '2026-11-23T10:00',
      berlin,
      ['Thu 2026-11-19 09:00', 'Fri 2026-11-20 09:00', 'Tue 2026-11-24 09:00'],
    ],
    [
      'on Monday after a Friday',
      '2026-11-27T16:00',
      berlin,
      ['Wed 2026-11-25 09:00', 'Thu 2026-11-26 09:00', 'Mon 2026-11-30 09:00'],
    ],
    [
      'across the clocks being put back, at nine',
      '2026-10-26T10:00',
      berlin,
      ['Thu 2026-10-22 09:00', 'Fri 2026-10-23 09:00', 'Tue 2026-10-27 09:00'],
    ],
    [
      'where somebody works on Sundays, on Sundays',
      '2026-11-23T10:00',
      { ...berlin, hours: { days: [7, 1, 2, 3, 4], beginsAt: '07:30', endsAt: '15:00' } },
      ['Thu 2026-11-19 07:30', 'Sun 2026-11-22 07:30', 'Tue 2026-11-24 07:30'],
    ],
    [
      'where somebody works one day a week, a week before and never weeks',
      '2026-11-25T10:00',
      { ...berlin, hours: { ...usualHours, days: [3] } },
      ['Wed 2026-11-18 09:00', 'Wed 2026-11-18 09:00', 'Wed 2026-12-02 09:00'],
    ],
    [
      'on the day itself where that is wanted',
      '2026-11-25T10:00',
      withDays(0),
      ['Wed 2026-11-25 09:00', 'Wed 2026-11-25 09:00', 'Wed 2026-11-25 10:30'],
    ],
    [
      'on the day before where the day itself would be too late',
      '2026-11-25T08:30',
      withDays(0),
      ['Tue 2026-11-24 09:00', 'Tue 2026-11-24 09:00', 'Wed 2026-11-25 09:00'],
    ],
    [
      'next morning where it ends after work',
      '2026-11-27T18:00',
      withDays(0),
      ['Fri 2026-11-27 09:00', 'Fri 2026-11-27 09:00', 'Mon 2026-11-30 09:00'],
    ],
    [
      'a week ahead where that is wanted',
      '2026-11-25T10:00',
      withDays(7),
      ['Mon 2026-11-16 09:00', 'Mon 2026-11-16 09:00', 'Fri 2026-12-04 09:00'],
    ],
  ])('%s', (_, local, settings, expected) => {
    expect(remindedOf(local, settings).map((told) => told.slice(told.indexOf(' ') + 1))).toEqual(expected);
  });

  it('by each person in their own day: for Tokyo, Monday evening in New York is Tuesday', () => {
    const tokyo = { ...berlin, timeZone: 'Asia/Tokyo' };
    expect(remindedOf('2026-11-23T20:00', tokyo, 'America/New_York').slice(0, 2)).toEqual([
      'add-to-agenda Fri 2026-11-20 09:00',
      'review-agenda Mon 2026-11-23 09:00',
    ]);
  });

  it('only by what is wanted', () => {
    const choices = { 'review-agenda': { wanted: false, daysBefore: null } };
    expect(remindedOf('2026-11-25T10:00', { ...berlin, choices })).toHaveLength(2);
  });
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Apia',
];
const anyHours = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  beginsAt: fc.constantFrom('00:00', '02:30', '07:00', '09:00', '12:15'),
  endsAt: fc.constantFrom('12:30', '17:00', '23:59'),
});
const anyInstant = fc
  .integer({ min: Date.parse('2026-01-01') / 60_000, max: Date.parse('2036-01-01') / 60_000 })
  .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
const anyChoice = fc.record({
  wanted: fc.constant(true),
  daysBefore: fc.option(fc.integer({ min: 0, max: 7 })),
});
const anySettings: fc.Arbitrary<ReminderSettings> = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: anyHours,
  choices: fc.record({ 'add-to-agenda': anyChoice, 'review-agenda': anyChoice, 'finish-record': anyChoice }),
});

describe('whatever somebody chose and wherever they are', () => {
  it('a reminder stands on a working day of theirs, before the meeting or after it, and not far off', () => {
    fc.assert(
      fc.property(anyInstant, anySettings, (startsAt, settings) => {
        const endsAt = startsAt.add({ minutes: 30 });
        for (const { kind, dueAt, until } of remindersOf({ startsAt, endsAt }, settings)) {
          const local = dueAt.toZonedDateTimeISO(settings.timeZone);
          expect(settings.hours.days).toContain(local.dayOfWeek);
          const isAfter = kind === 'finish-record';
          const wait = isAfter ? endsAt.until(dueAt) : dueAt.until(startsAt);
          expect(wait.sign).toBeGreaterThanOrEqual(isAfter ? 0 : 1);
          expect(until.epochMilliseconds).toBeGreaterThan(dueAt.epochMilliseconds);
          const days = Math.abs(dueAt.epochMilliseconds - startsAt.epochMilliseconds) / 86_400_000;
          expect(days).toBeLessThan(16);
        }
      }),
    );
  });

  it('whoever is looked for at work is found within eight days, inside their hours', () => {
    fc.assert(
      fc.property(anyInstant, anySettings, (moment, settings) => {
        const found = nextAtWork(moment, settings);
        expect(found.epochMilliseconds).toBeGreaterThanOrEqual(moment.epochMilliseconds);
        expect(found.epochMilliseconds - moment.epochMilliseconds).toBeLessThan(8.2 * 86_400_000);
        const local = found.toZonedDateTimeISO(settings.timeZone);
        expect(settings.hours.days).toContain(local.dayOfWeek);
        expect(nextAtWork(found, settings).equals(found)).toBe(true);
      }),
    );
  });
});

describe('a look at a series', () => {
  const people: PersonToRemind[] = [
    { ...berlin, personId: 'm', side: 'manager' },
    { ...berlin, personId: 'e', side: 'employee' },
  ];
  const meeting = (more: Partial<MeetingToRemindOf> = {}): MeetingToRemindOf => ({
    on: '2026-11-25',
    startsAt: '2026-11-25T09:00:00Z',
    endsAt: '2026-11-25T09:30:00Z',
    status: 'planned',
    record: null,
    ...more,
  });
  const look = (meetings: MeetingToRemindOf[], now: string, told: string[] = []) => {
    const { due, next } = lookAtSeries(meetings, people, new Set(told), Temporal.Instant.from(now));
    return { due: due.map(({ kind, personId }) => `${kind} ${personId}`), next: next.toString() };
  };
  const both = (kind: string) => [`${kind} m`, `${kind} e`];

  it('tells what is due, and says when the next is', () => {
    expect(look([meeting()], '2026-11-23T07:59:00Z')).toEqual({ due: [], next: '2026-11-23T08:00:00Z' });
    expect(look([meeting()], '2026-11-23T08:00:00Z')).toEqual({
      due: both('add-to-agenda'),
      next: '2026-11-24T08:00:00Z',
    });
  });

  it('tells of a late one while work goes on, else the next morning, and not once the meeting has begun', () => {
    const told = both('add-to-agenda').map((one) => `2026-11-25 ${one}`);
    expect(look([meeting()], '2026-11-24T15:00:00Z', told).due).toEqual(both('review-agenda'));
    expect(look([meeting()], '2026-11-24T17:00:00Z', told)).toEqual({
      due: [],
      next: '2026-11-25T08:00:00Z',
    });
    expect(look([meeting()], '2026-11-25T08:30:00Z', told).due).toEqual(both('review-agenda'));
    expect(look([meeting()], '2026-11-25T09:00:00Z', told).due).toEqual([]);
  });

  it('tells of nothing that was called off, and after a move to another day of that day', () => {
    expect(look([meeting({ status: 'skipped' })], '2026-11-24T09:00:00Z').due).toEqual([]);
    const moved = meeting({
      on: '2026-11-26',
      startsAt: '2026-11-26T09:00:00Z',
      endsAt: '2026-11-26T09:30:00Z',
    });
    const told = ['2026-11-25 add-to-agenda m', '2026-11-25 add-to-agenda e'];
    expect(look([moved], '2026-11-24T09:00:00Z', told).due).toEqual(both('add-to-agenda'));
  });

  it.each([
    ['was not held', 'planned', null, ['finish-record m']],
    ['has a draft', 'held', 'draft', ['finish-record m']],
    ['has a record that was shared', 'held', 'active', ['finish-record m']],
    ['waits for approval', 'held', 'pending_approval', ['finish-record e']],
    ['is approved', 'held', 'approved', []],
    ['has lost its record', 'held', null, []],
    ['was skipped', 'skipped', null, []],
  ] as const)('after one that %s', (_, status, record, due) => {
    expect(look([meeting({ status, record })], '2026-11-26T08:00:00Z').due).toEqual(due);
  });

  it('looks again each morning while nothing is open yet, for a week', () => {
    const drafted = meeting({ status: 'held', record: 'draft' });
    const told = ['2026-11-25 finish-record m'];
    expect(look([drafted], '2026-11-26T08:00:00Z', told)).toEqual({ due: [], next: '2026-11-27T08:00:00Z' });
    expect(look([drafted], '2026-12-02T10:00:00Z', told).next).toBe('2026-12-09T10:00:00Z');
    const sent = meeting({ status: 'held', record: 'pending_approval' });
    expect(look([sent], '2026-11-30T08:00:00Z', told).due).toEqual(['finish-record e']);
  });
});
