import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { endSeriesOfPastPairs } from '../../src/features/reminders/server/end-series-of-past-pairs.ts';
import { remindOfMeetings } from '../../src/features/reminders/server/remind-of-meetings.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { newId } from '../../src/server/ids.ts';
import { expectStatus } from '../support/expect-status.ts';
import { sentMails } from '../support/mails.ts';
import { addPair } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';

/** Every word of a series that people write. */
const planted = {
  place: 'Zanthoxyl',
  managerPrepares: 'Quibbleton',
  employeePrepares: 'Murmelfax',
  reasonMoved: 'Oryctelane',
  reasonOff: 'Vexillum',
  objective: 'Tamarillox',
  topic: 'Pelagornis',
  point: 'Dramastone',
  update: 'Kurzweilen',
} as const;
const found = (text: string) =>
  Object.entries(planted).flatMap(([field, word]) =>
    text.toLowerCase().includes(word.toLowerCase()) ? [field] : [],
  );

const test = await testApp();
const timeZone = 'Europe/Berlin';
const nowIs = (at: string) => {
  test.clock.offset = Date.parse(at) - Date.now();
};

describe('of a series, no word that people wrote', async () => {
  nowIs('2027-02-26T08:00:00Z');
  const pair = await addPair(test);
  const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone, startsOn: '2027-03-02' };
  const { place, managerPrepares, employeePrepares } = planted;
  const body = { employeeIds: [pair.employee.id], rule, place, managerPrepares, employeePrepares };
  const { id } = expectStatus(201, await pair.manager.post('/api/series', body)).items[0];
  const at = `/api/series/${id}/meetings`;
  const words = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: planted.point }] }],
  };
  await asOwner(test.database.owner, async (db) => {
    await db.run(sql`update agenda set objective = ${planted.objective}, topics = array[${planted.topic}]`);
    await db.run(sql`
      insert into talking_point (id, series_id, author_id, kind, body, shared, shared_at, rank, raised_at)
      values (${newId()}, ${id}, ${pair.employee.id}, 'topic', ${JSON.stringify(words)}::jsonb, true, now(), 1, now())`);
    await db.run(sql`
      insert into preparation (id, series_id, employee_id, update, sent_at, created_at, updated_at)
      values (${newId()}, ${id}, ${pair.employee.id}, ${JSON.stringify({ wentWell: planted.update })}::jsonb,
              now(), now(), now())`);
  });
  const move = { date: '2027-03-10', time: '14:00', version: 0, reason: planted.reasonMoved };
  expectStatus(200, await pair.manager.patch(`${at}/20270309T090000Z`, move));
  const off = { as: 'skipped', reason: planted.reasonOff, version: 0 };
  expectStatus(200, await pair.employee.put(`${at}/20270316T090000Z/cancellation`, off));

  it('stands in a mail, nor in an invitation but the place', async () => {
    nowIs('2027-03-01T08:00:00Z');
    await remindOfMeetings({ worker: test.pools.worker, clock: test.platform.clock, timeZone });
    const mails = await sentMails(test);
    expect(new Set(mails.map(({ event }) => event))).toEqual(
      new Set([
        'series.started',
        'calendar.updated',
        'meeting.moved',
        'meeting.called-off',
        'meetings.ahead',
      ]),
    );
    for (const { calendar, file, ...mail } of mails) {
      expect(found(JSON.stringify(mail))).toEqual([]);
      expect(found(`${calendar?.content} ${file}`)).toEqual(calendar === null ? [] : ['place']);
    }
  });

  it('stands in the feed of either but the place', async () => {
    for (const person of [pair.manager, pair.employee]) {
      const { address } = expectStatus(201, await person.post('/api/me/calendar-feed'));
      const { raw } = await test.call('GET', new URL(address).pathname);
      expect(found(JSON.stringify(raw.headers))).toEqual([]);
      expect(found(raw.payload)).toEqual(['place']);
    }
  });

  it('but all of that is there: the two read it', async () => {
    const seen: string[] = [];
    for (const url of [`/api/series/${id}`, at])
      seen.push(JSON.stringify((await pair.manager.get(url)).body));
    expect(found(seen.join(''))).toEqual([
      'place',
      'managerPrepares',
      'employeePrepares',
      'reasonMoved',
      'reasonOff',
    ]);
  });

  it('stands in what is told when the pair ends', async () => {
    await asOwner(test.database.owner, (db) => db.run(sql`delete from team_manager`));
    expect(await endSeriesOfPastPairs(test.pools.worker, test.platform.clock())).toBe(1);
    const mails = await sentMails(test);
    expect(mails).toHaveLength(2);
    for (const { calendar: _calendar, file: _file, ...mail } of mails)
      expect(found(JSON.stringify(mail))).toEqual([]);
  });
});
