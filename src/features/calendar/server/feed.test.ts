import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { createApplication } from '../../../application.ts';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import type { Pair } from '../../../../test/support/pair.ts';
import { occurrences, readWithIcalJs, readWithNodeIcal } from '../../../../test/support/read-ics.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { finishRecoveries } from '../../recovery/server/finish-recoveries.ts';
import { logOptions } from '../../../server/log/log-options.ts';

const test = await testApp();
const timeZone = 'Europe/Berlin';

function nowIs(local: string): void {
  const at = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  test.clock.offset = at.epochMilliseconds - Date.now();
}

const pathOf = (address: string) => new URL(address).pathname;

describe('a private feed', () => {
  let pair: Pair;
  let path: string;
  let id: string;
  beforeAll(async () => {
    nowIs('2027-02-26T18:00');
    pair = await addPair(test);
    const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone, startsOn: '2027-03-02' };
    const body = { employeeIds: [pair.employee.id], rule, place: 'Room 7', managerPrepares: 'Secret words' };
    id = expectStatus(201, await pair.manager.post('/api/series', body)).items[0].id;
    const at = `/api/series/${id}/meetings`;
    const move = { date: '2027-03-10', time: '14:00', version: 0, reason: 'Secret travel' };
    expectStatus(200, await pair.manager.patch(`${at}/20270309T090000Z`, move));
    const off = { as: 'skipped', reason: 'Secret holiday', version: 0 };
    expectStatus(200, await pair.manager.put(`${at}/20270316T090000Z/cancellation`, off));
    expectStatus(201, await pair.manager.post(at, { date: '2027-03-18', time: '09:00' }));
    const { address } = expectStatus(201, await pair.employee.post('/api/me/calendar-feed'));
    path = pathOf(address);
  });
  const read = async () => expectStatus(200, await test.call('GET', path));

  it('has the rule, what was moved and called off, and what is beside it; no word of why', async () => {
    const text = await read();
    expect(text).not.toContain('Secret');
    const root = readWithIcalJs(text);
    const [series, moved, extra, ...others] = root.getAllSubcomponents('vevent');
    if (series === undefined) throw new Error('There is no event.');
    expect(others).toEqual([]);
    expect(series.getFirstPropertyValue('summary')).toBe('1:1 with Maya Adler');
    expect(occurrences(series, Temporal.Instant.from('2027-04-01T00:00:00Z'))).toEqual([
      '2027-03-02T09:00:00Z',
      '2027-03-09T09:00:00Z',
      '2027-03-23T09:00:00Z',
      '2027-03-30T08:00:00Z',
    ]);
    expect(moved?.getFirstPropertyValue('recurrence-id')?.toString()).toBe('2027-03-09T10:00:00');
    expect(moved?.getFirstPropertyValue('dtstart')?.toString()).toBe('2027-03-10T14:00:00');
    expect(extra?.getFirstPropertyValue('dtstart')?.toString()).toBe('2027-03-18T09:00:00');
    expect(readWithNodeIcal(text).map(({ location }) => location)).toEqual(['Room 7', 'Room 7']);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
  });

  it('is not sent again while nothing has changed, and is read without a session', async () => {
    const first = await test.call('GET', path);
    const etag = String(first.raw.headers['etag']);
    expect(first.raw.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    const again = await test.call('GET', path, undefined, { 'if-none-match': `W/${etag}` });
    expect([again.status, again.body]).toEqual([304, '']);
    expectStatus(200, await pair.manager.patch(`/api/series/${id}`, { version: 1, place: 'Room 8' }));
    expectStatus(200, await test.call('GET', path, undefined, { 'if-none-match': etag }));
    expect(expectStatus(200, await pair.employee.get('/api/me/calendar'))).toMatchObject({
      feed: { lastReadAt: expect.stringContaining('2027-02-26') },
    });
  });

  it('says no names, and has time to prepare, where that is wanted', async () => {
    expectStatus(
      200,
      await pair.employee.patch('/api/me/calendar', { names: false, preparationBlock: true }),
    );
    const text = await read();
    expect(text).not.toContain('Maya');
    const root = readWithIcalJs(text);
    const titles = root.getAllSubcomponents('vevent').map((one) => one.getFirstPropertyValue('summary'));
    expect(titles).toEqual(['1:1', 'Prepare 1:1', '1:1', 'Prepare 1:1', '1:1', 'Prepare 1:1']);
    const before = root.getAllSubcomponents('vevent')[1];
    if (before === undefined) throw new Error('There is no event.');
    expect(occurrences(before, Temporal.Instant.from('2027-03-24T00:00:00Z'))).toEqual([
      '2027-03-02T08:45:00Z',
      '2027-03-09T08:45:00Z',
      '2027-03-23T08:45:00Z',
    ]);
    expectStatus(
      200,
      await pair.employee.patch('/api/me/calendar', { names: true, preparationBlock: false }),
    );
  });

  it('is gone with another one, with being revoked, and with whoever made it', async () => {
    const { address } = expectStatus(201, await pair.employee.post('/api/me/calendar-feed'));
    expect((await test.call('GET', path)).status).toBe(404);
    path = pathOf(address);
    await read();
    expectStatus(204, await pair.employee.delete('/api/me/calendar-feed'));
    const revoked = await test.call('GET', path);
    const never = await test.call('GET', `/api/calendar/${'x'.repeat(43)}`);
    const malformed = await test.call('GET', '/api/calendar/x');
    for (const answer of [revoked, never, malformed])
      expect([answer.status, answer.body]).toEqual([404, never.body]);
    expect(expectStatus(200, await pair.employee.get('/api/me/calendar')).feed).toBe(null);
  });

  it('is in no log, and cannot be guessed at for long', async () => {
    const { address } = expectStatus(201, await pair.manager.post('/api/me/calendar-feed'));
    const lines: string[] = [];
    const logged = await createApplication(test.platform, {
      ...logOptions({ level: 'trace', stream: { write: (line) => void lines.push(line) } }),
      pagesFolder: null,
      mailLeaves: false,
    });
    const token = address.split('/').at(-1) ?? '';
    for (const url of [
      pathOf(address),
      `${pathOf(address)}?x=1`,
      `/api/calendar/${token}x`,
      `/api/calender/${token}`,
    ])
      await logged.http.inject({ method: 'GET', url });
    await logged.http.close();
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('\n')).not.toContain(token);
    const statuses: number[] = [];
    for (let n = 0; n < 101; n += 1) {
      const guess = String(n).padStart(43, 'g');
      statuses.push((await test.call('GET', `/api/calendar/${guess}`)).status);
    }
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    test.clock.offset += 16 * 60_000;
    expectStatus(200, await test.call('GET', pathOf(address)));
  });
});

describe('a private feed', () => {
  async function feedOf(name: string) {
    const person = await test.addPerson(name);
    const { address } = expectStatus(201, await person.post('/api/me/calendar-feed'));
    expectStatus(200, await test.call('GET', pathOf(address)));
    return { person, path: pathOf(address) };
  }

  it('ends with its person’s deactivation, and does not come back with them', async () => {
    const { person, path } = await feedOf('Nina Roth');
    const setActive = (active: boolean) =>
      asOwner(test.database.owner, (db) =>
        db.run(build.updateTable('person').set({ active }).where('id', '=', person.id)),
      );
    await setActive(false);
    await setActive(true);
    expectStatus(404, await test.call('GET', path));
  });

  it('ends with a recovery of the account: whoever made it may be somebody else', async () => {
    const { person, path } = await feedOf('Lost Mailbox');
    const admin = await test.addPerson('Ada Lind', { admin: true });
    await asOwner(test.database.owner, (db) =>
      db.run(sql`
        insert into recovery (id, person_id, started_by, started_at, due_at, old_email, new_email)
        select gen_random_uuid(), p.person_id, ${admin.id}, now() - interval '8 days', now() - interval '1 day',
               p.email, 'new.address@example.org'
          from person_address p where p.person_id = ${person.id}`),
    );
    expect(await finishRecoveries(test.pools.worker)).toBe(1);
    expectStatus(404, await test.call('GET', path));
  });
});
