import { describe, expect, it } from 'vitest';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const { cookie } = pair.manager;

describe('an address that is spelt in another way', () => {
  it.each(['/%61pi', '/ap%69', '/%61%70%69'])('%s is guarded like /api', async (prefix) => {
    const record = await oneOnOneIn(pair, 'draft');
    const at = `${prefix}/one-on-ones/${record.id}`;
    for (const site of ['cross-site', 'same-site']) {
      const shared = await test.call('POST', `${at}/sharing`, undefined, { cookie, 'sec-fetch-site': site });
      expect(shared.body).toMatchObject({ code: 'foreign_origin' });
      const gone = await test.call('DELETE', at, undefined, { cookie, 'sec-fetch-site': site });
      expect(gone.body).toMatchObject({ code: 'foreign_origin' });
    }
    expect((await test.call('GET', at)).body).toMatchObject({ code: 'signed_out' });
    const read = await test.call('GET', at, undefined, { cookie });
    if (read.status === 200) expect(read.raw.headers['cache-control']).toBe('no-store');
    expect(expectStatus(200, await pair.manager.get(`/api/one-on-ones/${record.id}`)).state).toBe('draft');
  });

  it('is no way around it for a session that never was one', async () => {
    for (const token of ['%00', '', 'x', `${'x'.repeat(43)}%00`, '"quoted"']) {
      const answer = await test.call('GET', '/api/me', undefined, { cookie: `duologue=${token}` });
      expect(answer.status, token).toBe(401);
    }
  });
});

describe('what an answer says beside its body', () => {
  it('counts nobody’s requests', async () => {
    const ids = [await pair.manager.get('/api/me'), await pair.manager.get('/api/me')].map(
      ({ raw }) => raw.headers['x-request-id'],
    );
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('holds no number of the whole organisation: the cursor of events is an id', async () => {
    const record = await oneOnOneIn(pair, 'pending_approval');
    const first = expectStatus(200, await pair.employee.get(`/api/one-on-ones/${record.id}/events?limit=1`));
    expect(JSON.parse(atob(first.nextCursor))).toEqual([first.items[0].id]);
    const url = `/api/one-on-ones/${record.id}/events?limit=1&cursor=${first.nextCursor}`;
    expect(expectStatus(200, await pair.employee.get(url)).items[0].kind).toBe('shared');
  });
});

describe('an invitation', () => {
  it('that went to another address works no more', async () => {
    const admin = await test.addPerson('Ada Lind', { admin: true });
    const person = expectStatus(
      201,
      await admin.post('/api/people', { name: 'Victor', email: 'wrong@example.org' }),
    );
    expectStatus(201, await admin.post(`/api/people/${person.id}/invitation`));
    const token = await test.invitationTokenOf(person.id);
    expect((await test.call('GET', `/api/invitations/${token}`)).status).toBe(200);
    expectStatus(200, await admin.patch(`/api/people/${person.id}`, { email: 'victor@example.org' }));
    expect((await test.call('GET', `/api/invitations/${token}`)).status).toBe(404);
    const body = { password: 'a password long enough' };
    expect((await test.call('POST', `/api/invitations/${token}`, body)).status).toBe(404);
  });

  it('is not opened by an id without its proof', async () => {
    const admin = await test.addPerson('Another Admin', { admin: true });
    const person = expectStatus(
      201,
      await admin.post('/api/people', { name: 'Vera', email: 'vera@example.org' }),
    );
    expectStatus(201, await admin.post(`/api/people/${person.id}/invitation`));
    const token = await test.invitationTokenOf(person.id);
    const [id = '', proof = ''] = token.split('.');
    const forged = [id, `${id}.${'A'.repeat(43)}`, `${crypto.randomUUID()}.${proof}`, `${id}.${proof}x`];
    for (const one of forged) expect((await test.call('GET', `/api/invitations/${one}`)).status).toBe(404);
  });
});
