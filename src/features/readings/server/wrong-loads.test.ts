import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair } from '../../../../test/support/pair.ts';
import { sendFile } from '../../../../test/support/send-file.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { waitsFor } from '../../../../test/support/waits-for.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { readReadingsCsv } from './read-readings-csv.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const { manager, employee } = await addPair(test);

const head = 'kpi,person,date,value\n';
const calls = { name: 'Calls', unit: 'number', direction: 'higher', aggregation: 'sum' };
const kpi = expectStatus(201, await admin.post('/api/kpis', calls));

describe('a wrong file', () => {
  it('of many lines is counted, with its first faults, and keeps nobody else waiting', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const csv = await readReadingsCsv(Buffer.from(head + 'a,b\n'.repeat(100_000)));
    clearInterval(timer);
    expect(csv).toMatchObject({ lines: 100_000, wrong: 100_000, readings: [] });
    expect(csv.faults.length).toBeLessThan(2000);
    expect(turns).toBeGreaterThan(3);
  });

  it('tells of lines that cannot be read and of those that have no place in one order', async () => {
    const lines = Array.from({ length: 300 }, (_, at) =>
      at % 2 === 0 ? 'Nothing such,nobody@example.org,2026-11-02,1\n' : 'Calls,x\n',
    );
    const content = head + lines.join('');
    const answer = await sendFile(test, admin, '/api/kpi-readings-import', { name: 'readings.csv', content });
    const { wrong, faults, lines: read } = expectStatus(200, answer);
    expect({ wrong, read, shown: faults.length }).toEqual({ wrong: 300, read: 300, shown: 200 });
    expect(faults.map(({ line }: { line: number }) => line).slice(0, 6)).toEqual([2, 2, 3, 3, 4, 4]);
  });

  it('may hold what is no text', async () => {
    const content = `${head}Ca\0lls,a\0b@example.org,2026-11-02,1\n`;
    const answer = await sendFile(test, admin, '/api/kpi-readings-import?apply=true', {
      name: 'readings.csv',
      content,
    });
    expect(expectStatus(200, answer)).toMatchObject({
      applied: false,
      wrong: 1,
      faults: [
        { line: 2, column: 'kpi' },
        { line: 2, column: 'person' },
      ],
    });
  });
});

describe('what is no CSV', () => {
  it.each([
    ['a quote within a cell', `${head}Calls "booked",a@b.example,2026-11-02,1\n`, 2],
    ['a quote that nobody closes', `${head}Calls,"a@b.example,2026-11-02,1\n`, 2],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\u0000"\u00ff\u0000"\n').toString('latin1'), 1],
  ])('says so, with the line: %s', async (_, content, line) => {
    const answer = await sendFile(test, admin, '/api/kpi-readings-import?apply=true', {
      name: 'readings.csv',
      content,
    });
    expect(expectStatus(200, answer)).toMatchObject({ applied: false, wrong: 1, faults: [{ line }] });
  });

  it('but a workbook says what to do', async () => {
    const content = Buffer.from('PK\u0003\u0004\u0014\u0000').toString('latin1');
    const answer = await sendFile(test, admin, '/api/kpi-readings-import', {
      name: 'readings.xlsx',
      content,
    });
    expect(expectStatus(200, answer).faults[0].message).toContain('save it as CSV');
  });

  it('or lacks a column names it as the head would', async () => {
    const content = 'kpi,person,Datum,Wert\nCalls,a@b.example,2026-11-02,1\n';
    const answer = await sendFile(test, admin, '/api/kpi-readings-import', { name: 'readings.csv', content });
    const [{ message }] = expectStatus(200, answer).faults;
    expect(message).toMatch(/missing: “date”, “value”/);
  });
});

describe('a wrong request', () => {
  it('of a hundred thousand faults is told of the first', async () => {
    const wrong = { kpiId: 1, personId: 1, on: 1, value: '', a: 1, b: 2 };
    const many = await manager.post('/api/kpi-readings', {
      readings: Array.from({ length: 5000 }, () => wrong),
    });
    expect(expectStatus(422, many).errors).toHaveLength(100);
    const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, 1]));
    const fields = await manager.post('/api/kpi-readings', { readings: [], ...unknown });
    expect(expectStatus(422, fields).errors).toHaveLength(100);
  });

  it('is not looked at for whoever is nobody', async () => {
    const authorization = `Bearer dlg_${'x'.repeat(43)}`;
    // Larger than the route takes: said to those alone who may send something.
    const large = `{"readings":[${'1,'.repeat(3_000_000)}1]}`;
    const post = async (headers: Record<string, string>) =>
      (await test.call('POST', '/api/kpi-readings', large, headers)).status;
    expect(await post({ authorization })).toBe(401);
    expect(await post({ cookie: 'duologue=nobody' })).toBe(401);
    expect(await post({ cookie: manager.cookie })).toBe(413);
  });
});

describe('a name that a spreadsheet would reckon with', () => {
  it('leaves as text, and comes in again as it was', async () => {
    const name = '=HYPERLINK("https://example.org")';
    const { id } = expectStatus(201, await admin.post('/api/kpis', { ...calls, name }));
    const reading = { kpiId: id, personId: employee.id, on: '2026-11-02', value: -3 };
    expectStatus(200, await manager.post('/api/kpi-readings', { readings: [reading] }));
    const { body: csv } = await employee.get(`/api/people/${employee.id}/kpi-readings.csv?kpiId=${id}`);
    expect(csv).toContain(`\r\n"'=HYPERLINK(""https://example.org"")",`);
    const answer = await sendFile(test, admin, '/api/kpi-readings-import', {
      name: 'readings.csv',
      content: csv,
    });
    expect(expectStatus(200, answer)).toMatchObject({ lines: 1, unchanged: 1, wrong: 0 });
  });
});

describe('what a program says', () => {
  it('is the KPI of this id, whatever another is called', async () => {
    expectStatus(201, await admin.post('/api/kpis', { ...calls, name: kpi.id }));
    const reading = { kpiId: kpi.id, personId: employee.id, on: '2026-11-02', value: 3 };
    expectStatus(200, await manager.post('/api/kpi-readings', { readings: [reading] }));
    const { items } = expectStatus(200, await manager.get(`/api/people/${employee.id}/numbers`));
    const names = items.map((one: { kpi: { name: string } }) => one.kpi.name);
    expect(names).toContain('Calls');
    expect(names).not.toContain(kpi.id);
  });

  it('is taken from two at once, in whatever order they say it', async () => {
    const second = expectStatus(201, await admin.post('/api/kpis', { ...calls, name: 'Second' }));
    for (const kpiId of [kpi.id, second.id]) {
      const target = { personId: employee.id, kpiId, period: 'month', value: 9, from: '2026-01-01' };
      expectStatus(201, await manager.post('/api/targets', target));
    }
    const days = Array.from({ length: 28 }, (_, at) => `2026-10-${String(at + 1).padStart(2, '0')}`);
    const readings = days.flatMap((on) =>
      [kpi.id, second.id].map((kpiId) => ({ kpiId, personId: employee.id, on, value: 1 })),
    );
    const loads = [readings, readings.toReversed(), readings, readings.toReversed()];
    const answers = await Promise.all(
      loads.map(async (load, value) =>
        manager.post('/api/kpi-readings', { readings: load.map((one) => ({ ...one, value })) }),
      ),
    );
    for (const answer of answers) expectStatus(200, answer);
  });

  it('is taken from a long file while another load of some of it is not over', async () => {
    const aimless = expectStatus(201, await admin.post('/api/kpis', { ...calls, name: 'Aimless' }));
    const aimed = expectStatus(201, await admin.post('/api/kpis', { ...calls, name: 'Aimed at' }));
    const target = { personId: employee.id, kpiId: aimed.id, period: 'month', value: 9, from: '2026-01-01' };
    expectStatus(201, await manager.post('/api/targets', target));
    // The first part of the file is of what has no target, whoever sorts how.
    const before = [manager.id, employee.id].toSorted()[0] ?? '';
    const days = Array.from({ length: 10_001 }, (_, at) =>
      Temporal.PlainDate.from('1990-01-01').add({ days: at }).toString(),
    );
    const lines = days.map((on) => `${aimless.id},${before},${on},1\n`);
    const content = `${head}${lines.join('')}${aimed.id},${employee.id},2026-11-02,1\n`;
    const { loading } = await asOwner(test.database.owner, async (db) => {
      const record = async (kpiId: string, personId: string, on: string) =>
        db.run(sql`
          select app.record_readings(array[${kpiId}]::uuid[], array[${personId}]::uuid[], array[${on}]::date[], '{2}',
                                     'api', now())`);
      await record(aimed.id, employee.id, '2026-11-03');
      const answer = sendFile(test, admin, '/api/kpi-readings-import?apply=true', {
        name: 'readings.csv',
        content,
      });
      await waitsFor(db, 'transactionid');
      await record(aimless.id, before, '1990-01-01');
      return { loading: answer };
    });
    expect(expectStatus(200, await loading)).toMatchObject({ applied: true, added: 10_001, replaced: 1 });
  });
});
