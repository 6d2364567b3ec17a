import { describe, expect, it } from 'vitest';
import { exportAll } from '../../../../test/support/exports.ts';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, words } from '../../../../test/support/pair.ts';
import { startSeries } from '../../../../test/support/series.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const pair = await addPair(test);
const { manager, employee } = pair;
const series = await startSeries(pair);

async function raise(person: TestPerson, word: string, shared: boolean): Promise<string> {
  const point = { id: crypto.randomUUID(), kind: 'topic', body: words(word).text, shared };
  return expectStatus(201, await person.post(`/api/series/${series.id}/talking-points`, point)).id;
}

async function aboutMe(person: TestPerson): Promise<{ about: Record<string, never[]>; readings: string }> {
  const entries = await exportAll(test, person, 'about-me', 'json');
  return {
    about: JSON.parse(String(entries.get('About me.json'))),
    readings: String(entries.get('My readings.csv')),
  };
}

describe('everything about me', async () => {
  const shared = await raise(employee, 'Shared-of-the-employee', true);
  await raise(employee, 'Kept-of-the-employee', false);
  await raise(manager, 'Kept-of-the-manager', false);
  await raise(manager, 'Shared-of-the-manager', true);
  for (const [person, word] of [
    [employee, 'Note-of-the-employee'],
    [manager, 'Note-of-the-manager'],
  ] as const)
    expectStatus(
      200,
      await person.put(`/api/talking-points/${shared}/private-note`, { body: words(word).text, version: 0 }),
    );
  const update = { wentWell: words('Update-of-the-employee').text };
  const preparation = { update, answers: {}, version: 0 };
  expectStatus(200, await employee.put(`/api/series/${series.id}/preparation`, preparation));
  const definition = { name: 'Calls', unit: 'number', direction: 'higher', aggregation: 'sum' };
  const kpi = expectStatus(201, await admin.post('/api/kpis', definition));
  const reading = { kpiId: kpi.id, personId: employee.id, on: '2026-11-02', value: 73 };
  expectStatus(200, await admin.post('/api/kpi-readings', { readings: [reading] }));
  const target = { kpiId: kpi.id, personId: employee.id, period: 'month', value: 250.5, from: '2026-11-01' };
  expectStatus(201, await manager.post('/api/targets', target));

  it('has what they brought to meetings, sent or kept, and nothing of the other side', async () => {
    const { about } = await aboutMe(employee);
    expect(about['talkingPoints']).toMatchObject([
      { seriesId: series.id, kind: 'topic', shared: true },
      { shared: false, privateNote: null },
    ]);
    const text = JSON.stringify(about);
    for (const word of ['Shared', 'Kept', 'Note', 'Update'])
      expect(text).toContain(`${word}-of-the-employee`);
    expect(text).not.toContain('-of-the-manager');
    // Nor how the database knew who asked.
    expect(text).not.toContain('session_id');
    expect(about['updates']).toMatchObject([{ seriesId: series.id, sentAt: null }]);
  });

  it('has their readings as a file that can be loaded again, and the targets that bind them', async () => {
    const { about, readings } = await aboutMe(employee);
    expect(about['targets']).toEqual([
      { kpi: 'Calls', ofTeam: false, period: 'month', value: 250.5, from: '2026-11-01', to: null },
    ]);
    expect(readings).toContain(`Calls,${employee.id},2026-11-02,73`);
    const managers = await aboutMe(manager);
    expect(managers.about['targets']).toEqual([]);
    expect(managers.readings).not.toContain('Calls');
  });
});
