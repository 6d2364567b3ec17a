import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, startOneOnOne } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { weekly } from '../../templates/domain/library/weekly.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });

describe('people', () => {
  it('are added with login access where they have an address, and without where they have none', async () => {
    const withAddress = expectStatus(
      201,
      await admin.post('/api/people', { name: 'Eli', email: 'Eli@Example.org' }),
    );
    expect(withAddress).toMatchObject({
      name: 'Eli',
      email: 'eli@example.org',
      hasLogin: true,
      active: true,
      isAdmin: false,
    });
    const without = expectStatus(201, await admin.post('/api/people', { name: 'Sam' }));
    expect(without).toMatchObject({ email: null, hasLogin: false });
    const wanted = await admin.post('/api/people', { name: 'Tom', hasLogin: true });
    expect(wanted.body).toMatchObject({ status: 422, errors: [{ path: 'email' }] });
  });

  it('have an address of their own', async () => {
    expectStatus(201, await admin.post('/api/people', { name: 'One', email: 'same@example.org' }));
    const second = await admin.post('/api/people', { name: 'Two', email: 'SAME@example.org' });
    expect(second.body).toMatchObject({ status: 409, code: 'conflict', errors: [{ path: 'email' }] });
  });

  it('are refused an address that would let a mail go elsewhere', async () => {
    for (const email of [
      'a@b.example\r\nBcc: x@evil.example',
      'a@b.example, c@d.example',
      '<a@b.example>',
      'no address',
    ]) {
      expect((await admin.post('/api/people', { name: 'X', email })).status).toBe(422);
    }
  });

  it('are listed page by page, by name, and found by words', async () => {
    for (const name of ['Åsa Öberg', 'Zoë Q', 'percent % sign', 'under_score']) {
      expectStatus(201, await admin.post('/api/people', { name }));
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = expectStatus(200, await admin.get(`/api/people?limit=3&cursor=${cursor}`));
      seen.push(...page.items.map((person: { id: string }) => person.id));
      cursor = page.nextCursor;
    }
    const all = expectStatus(200, await admin.get('/api/people?limit=200'));
    expect(seen).toEqual(all.items.map((person: { id: string }) => person.id));
    const names = async (q: string) =>
      expectStatus(200, await admin.get(`/api/people?q=${encodeURIComponent(q)}`)).items.map(
        (person: { name: string }) => person.name,
      );
    expect(await names('åsa')).toEqual(['Åsa Öberg']);
    expect(await names('%')).toEqual(['percent % sign']);
    expect(await names('r_s')).toEqual(['under_score']);
    expect((await admin.get('/api/people?cursor=nonsense')).body).toMatchObject({
      status: 422,
      errors: [{ path: 'cursor' }],
    });
  });

  it('keep one admin at least', async () => {
    const alone = await testApp();
    const last = await alone.addPerson('Last Admin', { admin: true });
    for (const change of [{ isAdmin: false }, { active: false }, { hasLogin: false }]) {
      const answer = await last.patch(`/api/people/${last.id}`, change);
      expect(answer.body).toMatchObject({ status: 409, detail: expect.stringContaining('last admin') });
    }
    const other = await alone.addPerson('Second Admin', { admin: true });
    const both = await Promise.all([
      last.patch(`/api/people/${other.id}`, { isAdmin: false }),
      other.patch(`/api/people/${last.id}`, { isAdmin: false }),
    ]);
    expect(both.filter((answer) => answer.status === 200)).toHaveLength(1);
  });
});

describe('teams', () => {
  it('take members and managers, twice without harm, and give them back', async () => {
    const team = expectStatus(201, await admin.post('/api/teams', { name: 'Sales' }));
    const person = await test.addPerson('Nina Berg');
    const at = `/api/teams/${team.id}`;
    for (let round = 0; round < 2; round += 1) {
      const { members } = expectStatus(200, await admin.put(`${at}/members/${person.id}`));
      expect(members).toEqual([{ id: person.id, name: 'Nina Berg' }]);
    }
    expect(expectStatus(200, await admin.put(`${at}/managers/${person.id}`)).managers).toHaveLength(1);
    expect(expectStatus(200, await admin.delete(`${at}/members/${person.id}`)).members).toEqual([]);
    expect((await admin.put(`${at}/members/${crypto.randomUUID()}`)).status).toBe(404);
    expectStatus(204, await admin.delete(at));
    expect((await admin.get(at)).status).toBe(404);
  });

  it('count from the next request on', async () => {
    const pair = await addPair(test, 'Manager One', 'Employee One');
    const record = await startOneOnOne(pair);
    expectStatus(200, await admin.delete(`/api/teams/${pair.teamId}/members/${pair.employee.id}`));
    const at = `/api/one-on-ones/${record.id}`;
    expect((await pair.manager.post(`${at}/sharing`)).status).toBe(403);
    expect(expectStatus(200, await pair.manager.get('/api/managed-people')).items).toEqual([]);
    expectStatus(200, await admin.put(`/api/teams/${pair.teamId}/members/${pair.employee.id}`));
    expect((await pair.manager.post(`${at}/sharing`)).status).toBe(200);
  });

  it('say whom one can start a one-on-one with: managed, active, with login access, and never oneself', async () => {
    const manager = await test.addPerson('Busy Manager');
    const able = await test.addPerson('Able');
    const noLogin = await test.addPerson('No Login', { login: false });
    const inactive = await test.addPerson('Inactive', { active: false });
    await test.addTeam('All', [manager], [manager, able, noLogin, inactive]);
    await test.addTeam('Again', [manager], [able]);
    const managed = expectStatus(200, await manager.get('/api/managed-people'));
    expect(managed.items).toEqual([{ id: able.id, name: 'Able', signInSince: null }]);
    expect(managed.withoutLogin).toEqual([{ id: noLogin.id, name: 'No Login' }]);
    expect(managed.admins).toContainEqual({ id: admin.id, name: 'Ada Lind' });
    for (const person of [noLogin, inactive]) {
      const answer = await manager.post('/api/one-on-ones', { employeeId: person.id, templateId: weekly.id });
      expect([403, 404]).toContain(answer.status);
    }
  });
});

describe('the address of somebody who has no password yet', () => {
  it('is changed by an admin only while nothing is shared with them: it must be no way to what they may read', async () => {
    const pair = await addPair(test, 'Sharing Manager', 'New Colleague');
    const at = `/api/people/${pair.employee.id}`;
    const record = await startOneOnOne(pair);
    expectStatus(200, await admin.patch(at, { email: 'corrected@example.org' }));
    expectStatus(200, await pair.manager.post(`/api/one-on-ones/${record.id}/sharing`));
    const change = await admin.patch(at, { email: 'admins-own@example.org' });
    expect(change.body).toMatchObject({
      status: 403,
      detail: expect.stringContaining('can no longer be changed'),
    });
    expect((await admin.patch(at, { email: null, hasLogin: false })).status).toBe(403);
    expect(expectStatus(200, await admin.get(at))).toMatchObject({
      email: 'corrected@example.org',
      abilities: { changeEmail: false, invite: true },
    });
  });
});
