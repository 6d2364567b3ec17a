import { beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';

const test = await testApp();

function event(...lines: string[]): string {
  const usual = ['UID:1@x', 'DTSTAMP:20270101T000000Z', 'SUMMARY:Secret title'];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    'BEGIN:VEVENT',
    ...usual,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
}

const start = 'DTSTART;TZID=Europe/Berlin:20260106T101500';

describe('an event of another calendar', () => {
  let pair: Pair;
  let stranger: TestPerson;
  beforeAll(async () => {
    test.clock.offset = Date.parse('2027-03-03T08:00:00Z') - Date.now();
    pair = await addPair(test);
    stranger = await test.addPerson('Paul Weber');
  });
  const read = async (ics: string) => pair.manager.post('/api/series-import', { ics });
  const addressOf = async (person: TestPerson) =>
    asOwner(test.database.owner, async (db) => {
      const address = await db.first(
        build.selectFrom('person_address').select('email').where('person_id', '=', person.id),
      );
      return address?.email ?? '';
    });

  it('fills in what fits, says what does not, and creates nothing', async () => {
    const people = [`mailto:${await addressOf(pair.employee)}`, `MAILTO:${await addressOf(stranger)}`];
    const ics = event(
      start,
      'DTEND;TZID=Europe/Berlin:20260106T110000',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=400;WKST=SU',
      'LOCATION:https://meet.example/abc',
      'DESCRIPTION:Secret words',
      ...people.map((person) => `ATTENDEE;CN=x:${person.toUpperCase()}`),
    );
    const body = expectStatus(200, await read(ics));
    expect(JSON.stringify(body)).not.toContain('Secret');
    expect(body).toEqual({
      // Every second week from then, not from now.
      rule: {
        cadence: 'weekly',
        every: 2,
        weekday: 2,
        at: '10:15',
        timeZone: 'Europe/Berlin',
        startsOn: '2027-03-16',
      },
      minutes: 45,
      place: 'https://meet.example/abc',
      employeeIds: [pair.employee.id],
      leftOut: [
        'its end: a series goes on until it is ended',
        'its title',
        'its description',
        '1 of the invited, whom you do not manage here',
      ],
    });
    expect(expectStatus(200, await pair.manager.get('/api/series')).items).toEqual([]);
    const set = { employeeIds: body.employeeIds, rule: body.rule, minutes: body.minutes, place: body.place };
    expectStatus(201, await pair.manager.post('/api/series', set));
  });

  it.each([
    ['FREQ=WEEKLY', { cadence: 'weekly', every: 1, weekday: 2 }],
    ['FREQ=DAILY;INTERVAL=14', { cadence: 'weekly', every: 2, weekday: 2 }],
    ['FREQ=MONTHLY;BYDAY=2TH', { cadence: 'monthly', every: 1, weekday: 4, nth: 2 }],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=FR;BYSETPOS=-1', { cadence: 'monthly', every: 3, weekday: 5, nth: -1 }],
  ])('that repeats by %s is a series', async (rule, expected) => {
    expect(expectStatus(200, await read(event(start, `RRULE:${rule}`))).rule).toMatchObject(expected);
  });

  it.each([
    ['no file of a calendar', 'Hello', 'This is no calendar file.'],
    ['nothing at all', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'There is no event'],
    ['a whole day', event('DTSTART;VALUE=DATE:20260106', 'RRULE:FREQ=WEEKLY'), 'no time of day'],
    ['several days a week', event(start, 'RRULE:FREQ=WEEKLY;BYDAY=TU,TH'), 'several days'],
    ['every day', event(start, 'RRULE:FREQ=DAILY'), 'daily'],
    ['every year', event(start, 'RRULE:FREQ=YEARLY'), 'yearly'],
    ['every second', event(start, 'RRULE:FREQ=SECONDLY'), 'within a day'],
    ['a day of the month', event(start, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=15'), 'day of the month'],
    [
      'the fifth Tuesday',
      event(start, 'RRULE:FREQ=MONTHLY;BYDAY=5TU'),
      'neither the first to fourth nor the last',
    ],
    ['a few months', event(start, 'RRULE:FREQ=WEEKLY;BYMONTH=2'), 'some months'],
    ['hours of its own', event(start, 'RRULE:FREQ=WEEKLY;BYHOUR=1,2,3'), 'BYHOUR'],
    ['every 99 weeks', event(start, 'RRULE:FREQ=WEEKLY;INTERVAL=99'), 'more than 12'],
    ['two rules', event(start, 'RRULE:FREQ=WEEKLY', 'RRULE:FREQ=MONTHLY;BYDAY=1MO'), 'several rules'],
    ['a rule that is none', event(start, 'RRULE:FREQ=NEVER'), ''],
    ['a day that is none', event('DTSTART:20261399T256161', 'RRULE:FREQ=WEEKLY'), ''],
  ])('that is %s is refused in words', async (_, ics, message) => {
    const { errors } = expectStatus(422, await read(ics));
    expect(errors).toEqual([{ path: 'ics', message: expect.stringContaining(message) }]);
    expect(errors[0].message).not.toContain('Secret');
  });

  it.each([
    ['in a zone that nobody knows', 'DTSTART;TZID=W. Mars Time:20260106T101500', '10:15', 'Europe/Berlin'],
    ['in UTC', 'DTSTART:20260106T091500Z', '10:15', 'Europe/Berlin'],
    ['in no zone', 'DTSTART:20260106T101500', '10:15', 'Europe/Berlin'],
    ["in one of Windows'", 'DTSTART;TZID=W. Europe Standard Time:20260106T101500', '10:15', 'Europe/Berlin'],
    ["in another of Windows'", 'DTSTART;TZID="Tokyo Standard Time":20260106T101500', '10:15', 'Asia/Tokyo'],
    ['in a zone with a prefix', 'DTSTART;TZID=/x.org/Asia/Tokyo:20260106T101500', '10:15', 'Asia/Tokyo'],
  ])('%s is on the wall of one that is known', async (_, line, at, timeZone) => {
    expect(expectStatus(200, await read(event(line, 'RRULE:FREQ=WEEKLY'))).rule).toMatchObject({
      at,
      timeZone,
    });
  });

  it('that begins in years is filled in from today on, and says so', async () => {
    for (const rule of ['FREQ=MONTHLY;BYDAY=1MO', 'FREQ=WEEKLY']) {
      const far = event('DTSTART;TZID=Europe/Berlin:99991231T101500', `RRULE:${rule}`);
      const read_ = expectStatus(200, await read(far));
      expect(read_.rule.startsOn).toBe('2027-03-03');
      expect(read_.leftOut).toContain('its beginning, which is more than two years ahead');
    }
  });

  it('that is huge, deep or hostile is refused or read, and quickly', async () => {
    expect((await read(event(start, `DESCRIPTION:${'x'.repeat(5_000_000)}`))).status).toBe(413);
    expect((await read(event(start, `DESCRIPTION:${'x'.repeat(256 * 1024)}`))).status).toBe(413);
    const began = performance.now();
    const many = Array.from({ length: 4000 }, (_, n) => `ATTENDEE;CN="${n}":mailto:a${n}@example.org`);
    expectStatus(200, await read(event(start, ...many)));
    await read('BEGIN:VCALENDAR\r\n' + 'BEGIN:VEVENT\r\n'.repeat(15_000));
    await read(event(start, 'RRULE:FREQ=WEEKLY;UNTIL=99991231T000000Z;BYDAY=' + 'MO,'.repeat(20_000) + 'MO'));
    await read(event('DTSTART;TZID=Europe/Berlin:00010101T000000', 'RRULE:FREQ=WEEKLY;INTERVAL=2'));
    await read(event('DTSTART;TZID=Europe/Berlin:99991231T235959', 'RRULE:FREQ=MONTHLY;BYDAY=1MO'));
    for (const zone of ['A'.repeat(200_000), 'A/'.repeat(100_000), `/x/${'Europe/'.repeat(20_000)}Berlin`])
      await read(event(`DTSTART;TZID=${zone}:20260106T101500`));
    await read(event(start, 'RRULE:FREQ=WEEKLY', 'CONSTRUCTOR:x', '__PROTO__:y', 'X-;;=:::'));
    await read(event(start, `LOCATION:${'é'.repeat(400)}`, 'RRULE:FREQ=WEEKLY'));
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('is read by whoever manages a team, and names nobody whom they do not manage', async () => {
    expectStatus(403, await stranger.post('/api/series-import', { ics: event(start) }));
    const ics = event(
      start,
      `ATTENDEE:mailto:${await addressOf(stranger)}`,
      'ATTENDEE:mailto:nobody@example.org',
    );
    const body = expectStatus(200, await read(ics));
    expect(body.employeeIds).toEqual([]);
    expect(body.leftOut).toContain('2 of the invited, whom you do not manage here');
  });
});
