import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { testApp } from '../../../../test/support/test-app.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const calls = { unit: 'number', direction: 'higher', aggregation: 'sum', decimals: 0 };

async function define(name: string, more: object = {}) {
  return admin.post('/api/kpis', { name, ...calls, ...more });
}

describe('a KPI', () => {
  it('has a name as it is seen: one line, one way to write it', async () => {
    const kpi = expectStatus(201, await define('  Umsa\u0308tze\u00a0 netto '));
    expect(kpi.name).toBe('Ums\u00e4tze netto');
    const [fault] = expectStatus(422, await define('UMSÄTZE NETTO')).errors;
    expect(fault).toEqual({ path: 'name', message: 'There is a KPI of this name.' });
  });

  it.each(['Two\nlines', 'Two\u2028lines', 'Calls\u200b', '\u202eslla\u202c C', 'Tab\there'])(
    'has no name with what nobody sees: %j',
    async (name) => {
      expect(expectStatus(422, await define(name)).errors).toEqual([
        { path: 'name', message: 'Leave out line breaks and invisible characters.' },
      ]);
      for (const route of ['/api/access-tokens', '/api/service-accounts', '/api/teams']) {
        expect(expectStatus(422, await admin.post(route, { name })).errors[0].path, route).toBe('name');
      }
    },
  );

  it('keeps its name while it is archived, and is changed on the version that was seen', async () => {
    const { id, name } = expectStatus(201, await define('Deals'));
    const change = async (over: object) =>
      admin.patch(`/api/kpis/${id}`, { name, ...calls, archived: false, version: 1, ...over });
    expect(expectStatus(200, await change({ archived: true }))).toMatchObject({ archived: true, version: 2 });
    const [fault] = expectStatus(422, await define('deals')).errors;
    expect(fault.message).toContain('bring it back');
    expect(expectStatus(409, await change({})).current).toMatchObject({ archived: true, version: 2 });
    expect(expectStatus(200, await change({ version: 2 }))).toMatchObject({ archived: false, version: 3 });
  });

  it.each([
    [{ unit: 'currency' }, 'currency'],
    [{ currency: 'EUR' }, 'currency'],
    [{ unit: 'currency', currency: 'Euro' }, 'currency'],
    [{ decimals: 4 }, 'decimals'],
  ])('says what it is measured in: not %j', async (over, path) => {
    expect(expectStatus(422, await define('Revenue', over)).errors[0].path).toBe(path);
  });

  it('is an admin’s to define', async () => {
    const other = await test.addPerson('Sam Other');
    expectStatus(403, await other.post('/api/kpis', { name: 'Mine', ...calls }));
    expect(expectStatus(200, await other.get('/api/kpis')).items.length).toBeGreaterThan(0);
  });
});
