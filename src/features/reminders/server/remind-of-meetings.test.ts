import { beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { sentMails } from '../../../../test/support/mails.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { endSeriesOfPastPairs } from './end-series-of-past-pairs.ts';
import { remindOfMeetings } from './remind-of-meetings.ts';

const test = await testApp();
const timeZone = 'Europe/Berlin';

function nowIs(local: string): void {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  test.clock.offset = at.epochMilliseconds - Date.now();
}

/** Tuesdays at ten, from 2 March 2027 on. */
async function startSeries({ manager, employee }: Pair, more: object = {}): Promise<string> {
  const rule = {
    cadence: 'weekly',
    every: 1,
    weekday: 2,
    at: '10:00',
    timeZone,
    startsOn: '2027-03-02',
    ...more,
  };
  const body = { employeeIds: [employee.id], rule, place: 'Secret room' };
  const { items } = expectStatus(201, await manager.post('/api/series', body));
  await sentMails(test);
  return items[0].id;
}

/** Lets the clock come round, and reads what was mailed. */
async function remindedAt(local: string) {
  nowIs(local);
  await remindOfMeetings({ worker: test.pools.worker, clock: test.platform.clock, timeZone });
  const mails = await sentMails(test);
  for (const { subject, text, html } of mails) expect(subject + text + html).not.toContain('Secret');
  return mails.filter(({ event }) => event === 'meetings.ahead');
}

async function startPair(manager: string, employee: string, rule: object = {}) {
  nowIs('2027-02-26T18:00');
  const pair = await addPair(test, manager, employee);
  return { pair, id: await startSeries(pair, rule) };
}

/** Nothing of before is looked at any more. */
async function forgetAll(): Promise<void> {
  await asOwner(test.database.owner, (db) => db.run(build.deleteFrom('series')));
}

describe('a meeting ahead', () => {
  beforeAll(forgetAll);

  it('is told of two working days and one before, to both, once, with a page each', async () => {
    const { id } = await startPair('Maya Adler', 'Eli Larsen');
    const first = await remindedAt('2027-03-01T09:00');
    expect(first.map(({ subject }) => subject).toSorted()).toEqual([
      'Your one-on-one with Eli Larsen, Tuesday 2 March, 10:00',
      'Your one-on-one with Maya Adler, Tuesday 2 March, 10:00',
    ]);
    // Planned on Friday evening: to add to the agenda and to look through it fall together.
    expect(first[0]?.text).toContain('It has no objective and no main topics yet.');
    expect(first[0]?.text).toContain(`http://localhost:3000/series/${id}/prep`);
    expect(await remindedAt('2027-03-01T09:05')).toEqual([]);
    expect(await remindedAt('2027-03-04T12:00')).toHaveLength(1); // not held: its record
    expect(await remindedAt('2027-03-05T08:55')).toEqual([]);
    const add = await remindedAt('2027-03-05T09:00');
    expect(add[0]?.text).toContain('Put on the agenda');
    expect(add[0]?.text).toContain(`http://localhost:3000/series/${id}\n`);
    expect(await remindedAt('2027-03-07T12:00')).toEqual([]);
    expect(await remindedAt('2027-03-08T09:00')).toHaveLength(2);
    await forgetAll();
  });

  it('says nothing of what was moved or called off, also where the mail was written already', async () => {
    const { pair, id } = await startPair('Omar Haddad', 'Tom Okafor');
    nowIs('2027-02-26T18:05');
    const at = `/api/series/${id}/meetings`;
    const move = { date: '2027-03-04', time: '14:00', version: 0 };
    expectStatus(200, await pair.manager.patch(`${at}/20270302T090000Z`, move));
    expect(await remindedAt('2027-03-01T09:00')).toEqual([]);
    expect((await remindedAt('2027-03-02T09:00')).map(({ subject }) => subject)).toContain(
      'Your one-on-one with Tom Okafor, Thursday 4 March, 14:00',
    );
    nowIs('2027-03-03T09:00');
    await remindOfMeetings({ worker: test.pools.worker, clock: test.platform.clock, timeZone });
    const off = { as: 'skipped', version: 1 };
    expectStatus(200, await pair.employee.put(`${at}/20270302T090000Z/cancellation`, off));
    expect((await sentMails(test)).map(({ event }) => event).toSorted()).toEqual([
      'calendar.updated',
      'meeting.called-off',
    ]);
    await forgetAll();
  });

  it('comes in one mail where several fall together, and in one line of the inbox', async () => {
    nowIs('2027-02-26T18:00');
    const pair = await addPair(test, 'Mia Many', 'Eva One');
    const second = await test.addPerson('Ivo Two');
    await test.addTeam('Two', [pair.manager], [second]);
    await startSeries(pair);
    await startSeries({ ...pair, employee: second }, { at: '11:00' });
    const mails = await remindedAt('2027-03-01T09:00');
    expect(mails).toHaveLength(3);
    const both = mails.find(({ subject }) => subject.startsWith('Your one-on-ones: 2'));
    expect(both?.text).toContain('Tuesday 2 March, 10:00, with Eva One.');
    expect(both?.text).toContain('Tuesday 2 March, 11:00, with Ivo Two.');
    const { items } = expectStatus(200, await pair.manager.get('/api/notices?limit=1'));
    expect(items[0]).toMatchObject({ kind: 'meetings.ahead', actor: null });
    await forgetAll();
  });

  it('comes at each one’s hours, and not at all where it was switched off', async () => {
    const { pair } = await startPair('Maya Far', 'Eli Far');
    expectStatus(200, await pair.employee.patch('/api/me/profile', { timeZone: 'America/New_York' }));
    const hours = { workingHours: { days: [1, 2, 3, 4, 5], beginsAt: '07:30', endsAt: '15:00' } };
    expectStatus(200, await pair.employee.patch('/api/me/reminders', hours));
    const choice = {
      choices: [
        { kind: 'review-agenda', wanted: false },
        { kind: 'add-to-agenda', wanted: false },
      ],
    };
    expectStatus(200, await pair.manager.patch('/api/me/reminders', choice));
    expect(await remindedAt('2027-03-01T09:00')).toEqual([]);
    expect(await remindedAt('2027-03-01T13:25')).toEqual([]);
    const [mail, ...others] = await remindedAt('2027-03-01T13:30');
    expect(mail?.subject).toBe('Your one-on-one with Maya Far, Tuesday 2 March, 04:00');
    expect(others).toEqual([]);
    await forgetAll();
  });

  it('after a day without a process still tells what makes sense, and by three processes once', async () => {
    await startPair('Maya Late', 'Eli Late');
    nowIs('2027-03-02T09:30');
    const settings = { worker: test.pools.worker, clock: test.platform.clock, timeZone };
    await Promise.all([1, 2, 3].map(async () => remindOfMeetings(settings)));
    expect(await sentMails(test)).toHaveLength(2);
    expect(await remindedAt('2027-03-20T12:00')).toEqual([]);
    await forgetAll();
  });

  it('ends with the pair: nothing is told, and at night both calendars are', async () => {
    const { pair, id } = await startPair('Maya Past', 'Eli Past');
    expect(await endSeriesOfPastPairs(test.pools.worker, test.platform.clock())).toBe(0);
    await asOwner(test.database.owner, (db) =>
      db.run(build.deleteFrom('team_manager').where('person_id', '=', pair.manager.id)),
    );
    expect(await remindedAt('2027-03-01T09:00')).toEqual([]);
    expect(await endSeriesOfPastPairs(test.pools.worker, test.platform.clock())).toBe(1);
    const mails = await sentMails(test);
    expect(mails.map(({ event, calendar }) => `${event} ${calendar?.method}`)).toEqual(
      Array(2).fill('series.pair-ended CANCEL'),
    );
    expect(mails[0]?.calendar?.content).toContain(`UID:${id}@localhost`);
    await forgetAll();
  });
});
