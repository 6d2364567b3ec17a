import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import { sendFile } from '../../../../test/support/send-file.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const { manager, employee } = await addPair(test);
const other = await test.addPerson('Sam Other', { email: 'sam@example.org' });

let count = 0;
async function addKpi(more: object = {}) {
  count += 1;
  const definition = { unit: 'number', direction: 'higher', aggregation: 'sum' };
  return expectStatus(201, await admin.post('/api/kpis', { name: `Calls ${count}`, ...definition, ...more }));
}

async function stored(kpiId: string) {
  return asOwner(test.database.owner, async (db) =>
    db.all(
      sql`select person_id, day::text as day, trim_scale(value)::text as value, source from reading
           where kpi_id = ${kpiId} order by day, person_id`,
    ),
  );
}

async function makeToken(more: object = {}) {
  return expectStatus(201, await admin.post('/api/access-tokens', { name: 'Loader', ...more }));
}

async function load(token: string, readings: unknown) {
  const authorization = { authorization: `Bearer ${token}` };
  return test.call('POST', '/api/kpi-readings', { readings }, authorization);
}

describe('readings by a program', () => {
  it('come in by id, or by name and address, and the later one wins, which is said', async () => {
    const kpi = await addKpi();
    const { token } = await makeToken();
    const on = '2026-11-02';
    const first = await load(token, [
      { kpiId: kpi.id, personId: employee.id, on, value: 3 },
      { kpiId: kpi.name.toUpperCase(), personId: 'SAM@example.org', on, value: 1.125 },
      { kpiId: kpi.id, personId: employee.id, on, value: 4 },
    ]);
    expect(expectStatus(200, first)).toEqual({ added: 2, replaced: 0, unchanged: 0, repeated: 1 });
    const again = await load(token, [
      { kpiId: kpi.id, personId: employee.id, on, value: 5 },
      { kpiId: kpi.id, personId: other.id, on, value: 1.125 },
    ]);
    expect(expectStatus(200, again)).toEqual({ added: 0, replaced: 1, unchanged: 1, repeated: 0 });
    expect(await stored(kpi.id)).toEqual(
      expect.arrayContaining([
        { person_id: employee.id, day: on, value: '5', source: 'api' },
        { person_id: other.id, day: on, value: '1.125', source: 'api' },
      ]),
    );
  });

  it('are refused whole where one is wrong, and each fault names its place', async () => {
    const kpi = await addKpi();
    const gone = await addKpi();
    expectStatus(
      200,
      await admin.patch(`/api/kpis/${gone.id}`, {
        name: gone.name,
        unit: 'number',
        direction: 'higher',
        aggregation: 'sum',
        decimals: 0,
        archived: true,
        version: 1,
      }),
    );
    const { token } = await makeToken();
    const good = { kpiId: kpi.id, personId: employee.id, on: '2026-11-02', value: 3 };
    const answer = await load(token, [
      good,
      { ...good, kpiId: 'No such KPI' },
      { ...good, personId: 'nobody@example.org' },
      { ...good, on: '2999-01-01' },
      { ...good, kpiId: gone.id },
    ]);
    expect(expectStatus(422, answer).errors).toEqual([
      { path: 'readings.1.kpiId', message: 'There is no KPI “No such KPI”.' },
      { path: 'readings.2.personId', message: 'There is nobody “nobody@example.org”.' },
      { path: 'readings.3.on', message: '2999-01-01 is in the future.' },
      { path: 'readings.4.kpiId', message: expect.stringContaining('archived') },
    ]);
    expect(await stored(kpi.id)).toEqual([]);
  });

  it.each([
    ['no number', '{"readings":[{"kpiId":"a","personId":"b","on":"2026-11-02","value":"NaN"}]}', 422],
    [
      'a number beyond all',
      '{"readings":[{"kpiId":"a","personId":"b","on":"2026-11-02","value":1e400}]}',
      422,
    ],
    [
      'too many decimals',
      '{"readings":[{"kpiId":"a","personId":"b","on":"2026-11-02","value":1.2345}]}',
      422,
    ],
    ['no such day', '{"readings":[{"kpiId":"a","personId":"b","on":"2026-02-30","value":1}]}', 422],
    ['nothing', '{"readings":[]}', 422],
    ['NaN, which is no JSON', '{"readings":[{"value":NaN}]}', 400],
  ])('say where it is: %s', async (_, payload, status) => {
    const { token } = await makeToken();
    const raw = await test.app.http.inject({
      method: 'POST',
      url: '/api/kpi-readings',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload,
    });
    expect(raw.statusCode).toBe(status);
  });

  it('take no more than ten thousand at once', async () => {
    const kpi = await addKpi();
    const { token } = await makeToken();
    const many = (length: number) =>
      Array.from({ length }, (_, at) => ({
        kpiId: kpi.id,
        personId: employee.id,
        on: new Date(Date.UTC(1999, 0, 1 + (at % 9000))).toISOString().slice(0, 10),
        value: at,
      }));
    expectStatus(422, await load(token, many(10_001)));
    expect(expectStatus(200, await load(token, many(10_000)))).toMatchObject({ added: 9000, repeated: 1000 });
  });
});

describe('an access token', () => {
  it('loads readings and does nothing else', async () => {
    const { token } = await makeToken();
    const headers = { authorization: `Bearer ${token}` };
    for (const url of ['/api/me', '/api/kpis', '/api/people', `/api/people/${employee.id}/numbers`]) {
      expect((await test.call('GET', url, undefined, headers)).status, url).toBe(401);
    }
    expect((await test.call('POST', '/api/kpis', {}, headers)).status).toBe(401);
  });

  it('is shown once, lists when it was last used, and works no more once it is revoked', async () => {
    const kpi = await addKpi();
    const { token, accessToken } = await makeToken({ name: 'Nightly' });
    const listed = async () =>
      expectStatus(200, await admin.get('/api/access-tokens')).mine.find(
        ({ id }: { id: string }) => id === accessToken.id,
      );
    expect(await listed()).toMatchObject({ name: 'Nightly', lastUsedAt: null });
    expect(JSON.stringify(await listed())).not.toContain(token);
    const reading = [{ kpiId: kpi.id, personId: employee.id, on: '2026-11-02', value: 3 }];
    expectStatus(200, await load(token, reading));
    expect((await listed()).lastUsedAt).not.toBeNull();
    expectStatus(204, await admin.delete(`/api/access-tokens/${accessToken.id}`));
    expectStatus(401, await load(token, reading));
    // Nor does it tell by then what the route takes.
    expectStatus(401, await load(token, 'nonsense'));
    expect(await listed()).toBeUndefined();
  });

  it('of a service account ends with it, and a personal one with its admin', async () => {
    const kpi = await addKpi();
    const reading = [{ kpiId: kpi.id, personId: employee.id, on: '2026-11-02', value: 3 }];
    const account = expectStatus(201, await admin.post('/api/service-accounts', { name: 'CRM' }));
    expectStatus(422, await admin.post('/api/service-accounts', { name: 'crm' }));
    const { token } = await makeToken({ serviceAccountId: account.id });
    expectStatus(200, await load(token, reading));
    expectStatus(204, await admin.delete(`/api/service-accounts/${account.id}`));
    expectStatus(401, await load(token, reading));

    const second = await test.addPerson('Bo Admin', { admin: true });
    const own = expectStatus(201, await second.post('/api/access-tokens', { name: 'Mine' }));
    expectStatus(404, await admin.delete(`/api/access-tokens/${own.accessToken.id}`));
    expectStatus(200, await load(own.token, reading));
    expectStatus(200, await admin.patch(`/api/people/${second.id}`, { isAdmin: false }));
    expectStatus(401, await load(own.token, reading));
    // For good: who becomes one again makes new ones.
    expectStatus(200, await admin.patch(`/api/people/${second.id}`, { isAdmin: true }));
    expectStatus(401, await load(own.token, reading));
  });

  it.each(['', 'Bearer ', 'Bearer dlg_short', 'Basic abc', `Bearer dlg_${'x'.repeat(43)}`])(
    '“%s” is none',
    async (authorization) => {
      const answer = await test.call('POST', '/api/kpi-readings', { readings: [] }, { authorization });
      expect(answer.status).toBe(401);
    },
  );

  it('is for an admin to make', async () => {
    expectStatus(403, await manager.post('/api/access-tokens', { name: 'Mine' }));
    expectStatus(403, await manager.get('/api/access-tokens'));
  });
});

describe('readings by hand', () => {
  it('are written by the manager for those they manage, and for nobody else', async () => {
    const kpi = await addKpi();
    const of = (personId: string) => ({
      readings: [{ kpiId: kpi.id, personId, on: '2026-11-02', value: 3 }],
    });
    expect(expectStatus(200, await manager.post('/api/kpi-readings', of(employee.id))).added).toBe(1);
    expect((await stored(kpi.id))[0]).toMatchObject({ source: 'form' });
    // Somebody whom they do not manage is nobody to them, as is whoever never existed.
    for (const personId of [other.id, manager.id, crypto.randomUUID()]) {
      const [fault] = expectStatus(422, await manager.post('/api/kpi-readings', of(personId))).errors;
      expect(fault).toEqual({ path: 'readings.0.personId', message: `There is nobody “${personId}”.` });
    }
    expectStatus(422, await employee.post('/api/kpi-readings', of(employee.id)));
  });

  it('are found by their day, however long ago, to be brought back where one was replaced', async () => {
    const kpi = await addKpi();
    const [on, value] = ['2011-11-02', 3.125];
    const body = { readings: [{ kpiId: kpi.id, personId: employee.id, on, value }] };
    expectStatus(200, await manager.post('/api/kpi-readings', body));
    const at = (day: string) => `/api/people/${employee.id}/kpi-readings/${kpi.id}/${day}`;
    expect(expectStatus(200, await manager.get(at(on)))).toEqual({ value });
    expect(expectStatus(200, await manager.get(at('2011-11-03')))).toEqual({ value: null });
    expectStatus(404, await other.get(at(on)));
    expectStatus(404, await manager.get(at('2011-02-30')));
  });

  it('are removed by the manager, and not by the person', async () => {
    const kpi = await addKpi();
    const on = '2026-11-02';
    const body = { readings: [{ kpiId: kpi.id, personId: employee.id, on, value: 3 }] };
    expectStatus(200, await manager.post('/api/kpi-readings', body));
    const at = `/api/people/${employee.id}/kpi-readings/${kpi.id}/${on}`;
    expectStatus(403, await employee.delete(at));
    expectStatus(404, await other.delete(at));
    expectStatus(204, await manager.delete(at));
    expectStatus(404, await manager.delete(at));
  });
});

describe('readings from a file', () => {
  const send = async (content: string | Uint8Array<ArrayBuffer>, query = '', by = admin) =>
    sendFile(test, by, `/api/kpi-readings-import${query}`, {
      name: 'readings.csv',
      content,
      type: 'text/csv',
    });

  it('are shown first, then loaded, and change nothing when they are loaded again', async () => {
    const kpi = await addKpi();
    const file = `kpi,person,date,value\n${kpi.name},sam@example.org,2026-11-02,3\n${kpi.name},${employee.id},2026-11-02,4.5\n`;
    const shown = expectStatus(200, await send(file));
    expect(shown).toMatchObject({ lines: 2, added: 2, wrong: 0, applied: false, faults: [] });
    expect(shown.preview[0]).toEqual({
      line: 2,
      kpi: kpi.name,
      person: 'sam@example.org',
      on: '2026-11-02',
      value: 3,
      action: 'add',
      before: null,
    });
    expect(await stored(kpi.id)).toEqual([]);
    expect(expectStatus(200, await send(file, '?apply=true'))).toMatchObject({ added: 2, applied: true });
    expect(expectStatus(200, await send(file, '?apply=true'))).toMatchObject({ added: 0, unchanged: 2 });
    const other4 = file.replace(',3\n', ',7\n');
    expect(expectStatus(200, await send(other4)).preview).toEqual([
      expect.objectContaining({ action: 'replace', before: 3, value: 7 }),
    ]);
  });

  it('name line and column of each fault, and load nothing while there is one', async () => {
    const kpi = await addKpi();
    const file = [
      'KPI;Email;Date;Value',
      `${kpi.name};sam@example.org;2026-11-02;3,5`,
      `No such;sam@example.org;2026-11-02;3`,
      '',
      `${kpi.name};nobody@example.org;2026-11-02;3`,
      `${kpi.name};sam@example.org;2999-01-01;3`,
      `${kpi.name};sam@example.org;11/02/2026;3`,
      `${kpi.name};sam@example.org;2026-11-02;1.234,5`,
      `${kpi.name};sam@example.org;2026-11-02`,
    ].join('\r\n');
    for (const query of ['', '?apply=true']) {
      const answer = expectStatus(200, await send(file, `${query || '?'}${query && '&'}decimal=comma`));
      expect(answer.applied).toBe(false);
      expect(answer.wrong).toBe(6);
      expect(
        answer.faults.map(({ line, column }: { line: number; column: string }) => [line, column]),
      ).toEqual([
        [3, 'kpi'],
        [5, 'person'],
        [6, 'on'],
        [7, 'on'],
        [8, 'value'],
        [9, 'value'],
      ]);
    }
    expect(await stored(kpi.id)).toEqual([]);
  });

  it('are read in UTF-8 with or without a mark, in Latin-1, and in UTF-16 as spreadsheets save it', async () => {
    const kpi = await addKpi({ name: 'Anrufe für Zoë' });
    const text = (value: number) =>
      `kpi;person;date;value\n${kpi.name};sam@example.org;2026-11-02;${value}\n`;
    const latin = Uint8Array.from(text(3), (character) => character.charCodeAt(0));
    expect(expectStatus(200, await send(latin, '?apply=true'))).toMatchObject({
      added: 1,
      read: { encoding: 'windows-1252', separator: ';' },
    });
    expect(expectStatus(200, await send(`\uFEFF${text(4)}`, '?apply=true'))).toMatchObject({
      replaced: 1,
      read: { encoding: 'utf-8' },
    });
    const unicode = Buffer.from(`\uFEFF${text(5).replaceAll(';', '\t')}`, 'utf16le');
    expect(expectStatus(200, await send(unicode, '?apply=true'))).toMatchObject({
      replaced: 1,
      read: { encoding: 'utf-16le', separator: '\t' },
    });
    expect(expectStatus(200, await send(unicode.swap16()))).toMatchObject({
      unchanged: 1,
      read: { encoding: 'utf-16be' },
    });
  });

  it('say it where a line stands twice: the later one wins', async () => {
    const kpi = await addKpi();
    const line = (value: number) => `${kpi.name},sam@example.org,2026-11-02,${value}\n`;
    const answer = await send(`kpi,person,date,value\n${line(1)}${line(2)}`, '?apply=true');
    expect(expectStatus(200, answer)).toMatchObject({ added: 1, repeated: 1, lines: 2 });
    expect(await stored(kpi.id)).toMatchObject([{ value: '2' }]);
  });

  it.each([
    ['no head', '1,2,3\n'],
    ['nothing', ''],
    ['open quotes', 'kpi,person,date,value\n"a,b,c,d\n'],
    ['no text', `\u0000\u0001`],
  ])('are refused with a reason: %s', async (_, content) => {
    const answer = expectStatus(200, await send(content, '?apply=true'));
    expect(answer.applied).toBe(false);
    expect(answer.faults.length).toBeGreaterThan(0);
  });

  it('are for an admin to load', async () => {
    expectStatus(403, await send('kpi,person,date,value\n', '', manager));
  });

  it('come out as CSV that can be read again, for whoever sees the numbers', async () => {
    const kpi = await addKpi({ name: 'Deals, "big"' });
    const body = { readings: [{ kpiId: kpi.id, personId: employee.id, on: '2026-11-02', value: -3.5 }] };
    expectStatus(200, await admin.post('/api/kpi-readings', body));
    const at = `/api/people/${employee.id}/kpi-readings.csv?kpiId=${kpi.id}`;
    const raw = await test.app.http.inject({ url: at, headers: { cookie: employee.cookie } });
    const line = `"Deals, ""big""",${employee.id},2026-11-02,-3.5,${employee.name}`;
    expect(raw.payload).toBe(`kpi,person,date,value,name\r\n${line}\r\n`);
    expect(raw.headers['content-disposition']).toContain(`Numbers of ${employee.name}.csv`);
    expect(expectStatus(200, await send(raw.payload)).unchanged).toBe(1);
    expect((await test.app.http.inject({ url: at, headers: { cookie: other.cookie } })).statusCode).toBe(404);
  });
});
