import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectStatus } from '../support/expect-status.ts';
import { sentMails } from '../support/mails.ts';
import { addPair } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';

/** Needs Debian's khal, so it runs by `npm run prove` alone, which installs it where it may. */
const isAsked = process.env['DUOLOGUE_KHAL'] === '1';
const run = promisify(execFile);
const home = await mkdtemp(path.join(tmpdir(), 'duologue-khal-'));
afterAll(() => rm(home, { recursive: true, force: true }));

async function khal(...args: string[]): Promise<string> {
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, LC_ALL: 'C.UTF-8' };
  const { stdout, stderr } = await run('khal', ['-c', path.join(home, 'config'), ...args], { env });
  expect(stderr).toBe('');
  return stdout;
}

describe.runIf(isAsked)('a calendar program that knows nothing of the product', () => {
  const lines = async (text: string) => {
    const file = path.join(home, 'read.ics');
    await writeFile(file, text);
    const { stdout, stderr } = await run('khal', ['-c', path.join(home, 'config'), 'printics', file]);
    expect(stderr).not.toMatch(/warn|error|invalid/i);
    return stdout;
  };
  beforeAll(async () => {
    await run('khal', ['--version']).catch(async () =>
      run('apt-get', ['install', '-y', '--no-install-recommends', 'khal']),
    );
    await mkdir(path.join(home, 'calendar'));
    const locale = ['[locale]', 'timeformat = %H:%M', 'dateformat = %Y-%m-%d', 'longdateformat = %Y-%m-%d'];
    const zone = [
      'datetimeformat = %Y-%m-%d %H:%M',
      'longdatetimeformat = %Y-%m-%d %H:%M',
      'local_timezone = Europe/Berlin',
      'default_timezone = Europe/Berlin',
    ];
    const calendars = ['[calendars]', '[[one]]', `path = ${home}/calendar`, 'type = calendar'];
    await writeFile(path.join(home, 'config'), [...calendars, ...locale, ...zone].join('\n'));
  }, 300_000);

  it('reads the feed and every invitation, and shows the meetings when they are', async () => {
    const test = await testApp();
    test.clock.offset = Date.parse('2027-02-26T17:00:00Z') - Date.now();
    const pair = await addPair(test);
    const timeZone = 'America/New_York';
    const rule = { cadence: 'weekly', every: 1, weekday: 2, at: '10:00', timeZone, startsOn: '2027-03-02' };
    const body = { employeeIds: [pair.employee.id], rule, place: 'https://meet.example/x' };
    const { id } = expectStatus(201, await pair.manager.post('/api/series', body)).items[0];
    const at = `/api/series/${id}/meetings`;
    expectStatus(
      200,
      await pair.manager.patch(`${at}/20270309T150000Z`, { date: '2027-03-10', time: '11:00', version: 0 }),
    );
    expectStatus(
      200,
      await pair.manager.put(`${at}/20270316T140000Z/cancellation`, { as: 'skipped', version: 0 }),
    );
    expectStatus(201, await pair.manager.post(at, { date: '2027-03-18', time: '09:00' }));
    expectStatus(200, await pair.employee.patch('/api/me/calendar', { preparationBlock: true }));
    const { address } = expectStatus(201, await pair.employee.post('/api/me/calendar-feed'));
    const feed = expectStatus(200, await test.call('GET', new URL(address).pathname));
    const invitations = (await sentMails(test)).flatMap(({ calendar }) =>
      calendar === null ? [] : [calendar],
    );
    expect(invitations.length).toBeGreaterThan(6);
    for (const { content } of invitations) expect(await lines(content)).toContain('1:1 with');
    await writeFile(path.join(home, 'read.ics'), feed);
    await khal('import', '--batch', '-a', 'one', path.join(home, 'read.ics'));
    const list = await khal(
      'list',
      '--format',
      '{start} {title}',
      '--day-format',
      '',
      '2027-03-01',
      '2027-04-08',
    );
    const meetings = list.split('\n').filter((line) => /^\d/.test(line) && !line.includes('Prepare'));
    // New York's clocks change two weeks before Berlin's, where this calendar is.
    expect(meetings.map((line) => line.slice(0, 16))).toEqual([
      '2027-03-02 16:00',
      '2027-03-10 17:00',
      '2027-03-18 14:00',
      '2027-03-23 15:00',
      '2027-03-30 16:00',
      '2027-04-06 16:00',
    ]);
    expect(list.match(/Prepare/g)).toHaveLength(6);
  }, 120_000);
});
