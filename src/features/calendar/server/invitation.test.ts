import { beforeEach, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { sentMails } from '../../../../test/support/mails.ts';
import type { ReadMail } from '../../../../test/support/mails.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { occurrences, readWithIcalJs, readWithNodeIcal } from '../../../../test/support/read-ics.ts';
import { testApp } from '../../../../test/support/test-app.ts';

const test = await testApp();
const timeZone = 'Europe/Berlin';

function nowIs(local: string): void {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  test.clock.offset = at.epochMilliseconds - Date.now();
}

/** The one event of a mail's invitation, as two libraries read it. */
function invited(mails: readonly ReadMail[], person: { name: string }) {
  const to = person.name.toLowerCase().replaceAll(/\W+/g, '.');
  const [mail, ...others] = mails.filter((one) => one.to.startsWith(to));
  expect(others).toEqual([]);
  if (mail?.calendar === null || mail === undefined) return null;
  const { method, content } = mail.calendar;
  expect(mail.file).toBe(content);
  const root = readWithIcalJs(content);
  expect(root.getFirstPropertyValue('method')).toBe(method);
  const [event, ...further] = root.getAllSubcomponents('vevent');
  expect(further).toEqual([]);
  const [again] = readWithNodeIcal(content);
  if (event === undefined || again === undefined) throw new Error('There is no event.');
  expect(again.uid).toBe(event.getFirstPropertyValue('uid'));
  expect(root.getAllSubcomponents('vtimezone')).toHaveLength(1);
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
  return {
    method,
    uid: value('uid'),
    sequence: Number(value('sequence')),
    summary: value('summary'),
    location: value('location'),
    start: value('dtstart'),
    end: value('dtend'),
    rule: value('rrule'),
    instead: value('recurrence-id'),
    attendees: event.getAllProperties('attendee').map((one) => one.getParameter('rsvp')),
    organizer: value('organizer'),
    status: value('status'),
    next: () => occurrences(event, Temporal.Instant.from('2027-04-08T00:00:00Z')),
  };
}

describe('an invitation', () => {
  let pair: Pair;
  let id: string;
  let url: string;
  let count = 0;
  beforeEach(async () => {
    count += 1;
    nowIs('2027-02-26T18:00');
    pair = await addPair(test, `Maya Adler ${count}`, `Eli Larsen ${count}`);
    const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone, startsOn: '2027-03-16' };
    const body = { employeeIds: [pair.employee.id], rule, place: 'https://meet.example/x' };
    id = expectStatus(201, await pair.manager.post('/api/series', body)).items[0].id;
    url = `/api/series/${id}`;
  });

  it('asks both calendars for the whole series, with the other in its title and nobody to answer', async () => {
    const mails = await sentMails(test);
    const employee = invited(mails, pair.employee);
    expect(employee).toMatchObject({
      method: 'REQUEST',
      uid: `${id}@localhost`,
      sequence: 0,
      summary: `1:1 with ${pair.manager.name}`,
      location: 'https://meet.example/x',
      start: '2027-03-16T10:00:00',
      end: '2027-03-16T10:30:00',
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      attendees: ['FALSE', 'FALSE'],
      organizer: 'mailto:duologue@example.org',
      status: 'CONFIRMED',
    });
    expect(employee?.next()).toEqual([
      '2027-03-16T09:00:00Z',
      '2027-03-23T09:00:00Z',
      '2027-03-30T08:00:00Z',
      '2027-04-06T08:00:00Z',
    ]);
    expect(invited(mails, pair.manager)?.summary).toBe(`1:1 with ${pair.employee.name}`);
  });

  it('moves one, takes it out, and puts it back, each later than the one before', async () => {
    await sentMails(test);
    const slot = `${url}/meetings/20270323T090000Z`;
    const to = { date: '2027-03-24', time: '14:00', minutes: 45, reason: 'Secret travel', version: 0 };
    expectStatus(200, await pair.employee.patch(slot, to));
    const moving = await sentMails(test);
    for (const mail of moving) expect(JSON.stringify(mail)).not.toContain('Secret');
    const moved = invited(moving, pair.manager);
    expect(moved).toMatchObject({
      method: 'REQUEST',
      uid: `${id}@localhost`,
      start: '2027-03-24T14:00:00',
      end: '2027-03-24T14:45:00',
      instead: '2027-03-23T10:00:00',
      rule: null,
    });
    expect(invited(moving, pair.employee)).toMatchObject({
      ...moved,
      summary: expect.anything(),
      next: expect.anything(),
    });
    expectStatus(200, await pair.manager.put(`${slot}/cancellation`, { as: 'skipped', version: 1 }));
    const off = invited(await sentMails(test), pair.employee);
    expect(off).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', instead: '2027-03-23T10:00:00' });
    expectStatus(200, await pair.manager.delete(`${slot}/cancellation`));
    const again = invited(await sentMails(test), pair.employee);
    expect(again).toMatchObject({ method: 'REQUEST', start: '2027-03-24T14:00:00' });
    const sequences = [moved, off, again].map((one) => one?.sequence ?? 0);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
  });

  it('gives a meeting beside the rule a name of its own, and takes it back when the series ends', async () => {
    await sentMails(test);
    expectStatus(201, await pair.employee.post(`${url}/meetings`, { date: '2027-03-18', time: '09:00' }));
    const extra = invited(await sentMails(test), pair.manager);
    expect(extra).toMatchObject({
      method: 'REQUEST',
      start: '2027-03-18T09:00:00',
      instead: null,
      rule: null,
    });
    expect(extra?.uid).not.toContain(id);
    expectStatus(200, await pair.manager.post(`${url}/ending`));
    const mails = await sentMails(test);
    const ofEmployee = mails.filter(({ to }) => to.startsWith('eli'));
    expect(ofEmployee.map(({ calendar }) => calendar?.method)).toEqual(['CANCEL', 'CANCEL']);
    const all = ofEmployee.map(({ calendar }) => calendar?.content ?? '').join('');
    expect(all).toContain(`UID:${id}@localhost`);
    expect(all).toContain(`UID:${extra?.uid}`);
  });

  it('follows a new rule, a new place, and the end', async () => {
    await sentMails(test);
    const slot = `${url}/meetings/20270323T090000Z`;
    expectStatus(200, await pair.employee.patch(slot, { date: '2027-03-24', time: '14:00', version: 0 }));
    await sentMails(test);
    expectStatus(200, await pair.manager.patch(url, { version: 1, place: 'Room 7' }));
    const place = await sentMails(test);
    // What was moved is told again after it, in a message of its own: some programs take one event of each.
    const [whole, moved, ...others] = place.filter(({ to }) => to.startsWith('eli'));
    expect([whole?.event, moved?.event, others]).toEqual(['series.changed', 'calendar.updated', []]);
    expect(
      invited(
        [whole].flatMap((mail) => mail ?? []),
        pair.employee,
      ),
    ).toMatchObject({
      sequence: 1000,
      location: 'Room 7',
      instead: null,
    });
    expect(
      invited(
        [moved].flatMap((mail) => mail ?? []),
        pair.employee,
      ),
    ).toMatchObject({
      instead: '2027-03-23T10:00:00',
      start: '2027-03-24T14:00:00',
      location: 'Room 7',
    });
    const rule = {
      cadence: 'monthly',
      every: 2,
      weekday: 5,
      nth: -1,
      at: '15:30',
      timeZone,
      startsOn: '2027-03-16',
    };
    expectStatus(200, await pair.manager.patch(url, { version: 2, rule }));
    expect(invited(await sentMails(test), pair.employee)).toMatchObject({
      method: 'REQUEST',
      sequence: 2000,
      start: '2027-03-26T15:30:00',
      rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR',
    });
    expectStatus(200, await pair.manager.post(`${url}/ending`));
    const ended = invited(await sentMails(test), pair.employee);
    expect(ended).toMatchObject({ method: 'CANCEL', sequence: 3000, uid: `${id}@localhost` });
  });

  it('says nothing of whom where that is not wanted, and never something older than was said', async () => {
    expectStatus(200, await pair.employee.patch('/api/me/calendar', { names: false }));
    const slot = `${url}/meetings/20270323T090000Z`;
    expectStatus(200, await pair.manager.patch(slot, { date: '2027-03-24', time: '14:00', version: 0 }));
    expectStatus(200, await pair.manager.patch(slot, { date: '2027-03-25', time: '08:00', version: 1 }));
    const mails = (await sentMails(test)).filter(
      ({ to, event }) => to.startsWith('eli') && event === 'meeting.moved',
    );
    const starts = mails.map(({ calendar }) => /DTSTART;\S+/.exec(calendar?.content ?? '')?.[0]);
    expect(starts).toEqual(Array(2).fill('DTSTART;TZID=Europe/Berlin:20270325T080000'));
    for (const { calendar } of mails) expect(calendar?.content).toMatch(/SUMMARY:1:1\r?\n/);
  });

  it('says in words when it is, where the reader is, as long as that holds', async () => {
    const textsOf = (mails: Awaited<ReturnType<typeof sentMails>>, kind: string) =>
      mails.filter(({ to, event }) => to.startsWith('eli') && event === kind).map(({ text }) => text);
    expect(textsOf(await sentMails(test), 'series.started')[0]).toContain(
      'The first is on Tuesday 16 March, 10:00.',
    );
    expectStatus(200, await pair.employee.patch('/api/me/profile', { timeZone: 'America/New_York' }));
    const slot = `${url}/meetings/20270323T090000Z`;
    const { version } = expectStatus(
      200,
      await pair.manager.patch(slot, { date: '2027-03-24', time: '14:00', version: 0 }),
    );
    const moved = textsOf(await sentMails(test), 'meeting.moved');
    expect(moved[0]).toContain('It is now on Wednesday 24 March, 09:00.');
    expectStatus(200, await pair.manager.patch(slot, { date: '2027-03-25', time: '14:00', version }));
    const off = { as: 'cancelled', reason: 'Berlin trip', version: version + 1 };
    expectStatus(200, await pair.manager.put(`${slot}/cancellation`, off));
    const mails = await sentMails(test);
    expect(textsOf(mails, 'meeting.moved')[0]).not.toContain('It is now');
    expect(textsOf(mails, 'meeting.called-off')[0]).toContain('It was to be on Thursday 25 March, 09:00.');
    expect(mails.map(({ text }) => text).join('')).not.toContain('Berlin trip');
  });

  it('waits for a meeting where the two meet on demand', async () => {
    const rule = { cadence: 'on_demand', timeZone, startsOn: '2027-03-01' };
    const other = await addPair(test, `Omar Haddad ${count}`, `Tom Okafor ${count}`);
    await sentMails(test);
    const body = { employeeIds: [other.employee.id], rule };
    const [series] = expectStatus(201, await other.manager.post('/api/series', body)).items;
    // Whoever set it up has nothing to update in their calendar, and gets no mail that says so.
    const started = await sentMails(test);
    expect(started.map(({ event, calendar }) => [event, calendar])).toEqual([['series.started', null]]);
    expectStatus(
      201,
      await other.manager.post(`/api/series/${series.id}/meetings`, { date: '2027-03-05', time: '09:00' }),
    );
    expect(invited(await sentMails(test), other.employee)).toMatchObject({ method: 'REQUEST', rule: null });
  });
});
