import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { Answer, TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { build } from '../../../server/database/query.ts';
import { firstAdminLink } from './invitation-links.ts';
import { hashPassword } from './password.ts';

const test = await testApp();
const password = 'a password long enough';
let maya: TestPerson;
let admin: TestPerson;

async function givePassword(person: TestPerson): Promise<void> {
  const password_hash = await hashPassword(password);
  await asOwner(test.database.owner, async (db) => {
    await db.run(build.insertInto('credential').values({ person_id: person.id, password_hash }));
  });
}

beforeAll(async () => {
  maya = await test.addPerson('Maya Adler', { email: 'maya@example.org' });
  admin = await test.addPerson('Ada Lind', { admin: true });
  await givePassword(maya);
});

function signIn(email: string, secret: string, headers: Record<string, string> = {}): Promise<Answer> {
  return test.call('POST', '/api/session', { email, password: secret }, headers);
}

function cookiesOf(answer: Answer): Record<string, string> {
  return Object.fromEntries(answer.raw.cookies.map((cookie) => [cookie.name, cookie.value]));
}

async function onSessions(statement: string): Promise<void> {
  await asOwner(test.database.owner, async (db) => {
    await db.run(sql`${sql.raw(statement)}`);
  });
}

describe('signing in', () => {
  it('sets a cookie that scripts cannot read, whatever the case of the address', async () => {
    const answer = await signIn(' Maya@Example.org ', password);
    expect(answer.body).toEqual({ person: { id: maya.id, name: 'Maya Adler' } });
    const cookie = answer.raw.cookies.find(({ name }) => name === 'duologue');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const me = await test.call('GET', '/api/me', undefined, { cookie: `duologue=${cookie?.value}` });
    expect(me.body.person.id).toBe(maya.id);
  });

  it('answers the same for an unknown address as for a wrong password', async () => {
    const [unknown, wrong] = [
      await signIn('nobody@example.org', password),
      await signIn('maya@example.org', 'wrong'),
    ];
    expect(unknown.body).toEqual(wrong.body);
    expect(unknown.status).toBe(401);
    expect(unknown.raw.cookies).toEqual(wrong.raw.cookies);
  });

  it('takes about the same time for an unknown address as for a wrong password', async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await signIn(email, 'wrong');
      return performance.now() - start;
    };
    const median = async (email: string) => {
      const times = [];
      for (let round = 0; round < 5; round += 1) times.push(await time(email));
      return times.toSorted((a, b) => a - b)[2] ?? 0;
    };
    const known = await median('other@example.org');
    // A hash costs tens of milliseconds, a look-up under one: without the dummy hash this would be far off.
    expect(await median('nobody-at-all@example.org')).toBeGreaterThan(known / 4);
  });

  it('is stopped after ten failures for an account, but not for the browser that its owner uses', async () => {
    const eli = await test.addPerson('Eli Larsen', { email: 'eli@example.org' });
    await givePassword(eli);
    const known = cookiesOf(await signIn('eli@example.org', password));
    for (let round = 0; round < 10; round += 1)
      expect((await signIn('eli@example.org', 'guess')).status).toBe(401);
    const stopped = await signIn('eli@example.org', password);
    expect(stopped.body).toMatchObject({ status: 429, code: 'too_many_attempts' });
    expect(stopped.raw.headers['retry-after']).toBeDefined();
    const cookie = `duologue-device=${known['duologue-device']}`;
    expect((await signIn('eli@example.org', password, { cookie })).status).toBe(200);
    const forged = `duologue-device=${eli.id}.${'x'.repeat(43)}`;
    expect((await signIn('eli@example.org', password, { cookie: forged })).status).toBe(429);
    test.clock.offset += 16 * 60_000;
    expect((await signIn('eli@example.org', password)).status).toBe(200);
    test.clock.offset = 0;
  });

  it('is stopped just the same when all guesses are sent at once, and lets the owner in afterwards', async () => {
    const kim = await test.addPerson('Kim Roth', { email: 'kim@example.org' });
    await givePassword(kim);
    const guesses = await Promise.all(Array.from({ length: 30 }, () => signIn('kim@example.org', 'guess')));
    expect(guesses.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(10);
    expect(guesses.filter((answer) => answer.status === 429).length).toBeGreaterThanOrEqual(20);
    test.clock.offset += 16 * 60_000;
    expect((await signIn('kim@example.org', password)).status).toBe(200);
    test.clock.offset = 0;
  });

  it('is refused to somebody who is deactivated or lost login access', async () => {
    const gone = await test.addPerson('Gone Person', { email: 'gone@example.org' });
    await givePassword(gone);
    expectStatus(200, await admin.patch(`/api/people/${gone.id}`, { active: false }));
    expect((await signIn('gone@example.org', password)).status).toBe(401);
  });

  it('is refused when another site’s page sends it', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      expect((await signIn('maya@example.org', password, headers)).body).toMatchObject({
        code: 'foreign_origin',
      });
    }
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://localhost:3000' },
      {},
    ] as Record<string, string>[]) {
      expect((await signIn('maya@example.org', password, headers)).status).toBe(200);
    }
  });
});

describe('a session', () => {
  const open = async () => {
    const { duologue } = cookiesOf(await signIn('maya@example.org', password));
    return { cookie: `duologue=${duologue}` };
  };
  const me = (headers: Record<string, string>) => test.call('GET', '/api/me', undefined, headers);

  it('ends with signing out, and clears what the browser kept', async () => {
    const headers = await open();
    const out = await test.call('DELETE', '/api/session', undefined, headers);
    expect(out.status).toBe(204);
    expect(out.raw.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await me(headers)).body.code).toBe('signed_out');
  });

  it('is over after seven idle days and after thirty in all', async () => {
    const idle = await open();
    await onSessions(
      `update session set last_seen_at = now() - interval '7 days 1 minute' where person_id = '${maya.id}'`,
    );
    expect((await me(idle)).status).toBe(401);
    const old = await open();
    await onSessions(
      `update session set created_at = now() - interval '30 days 1 minute' where person_id = '${maya.id}'`,
    );
    expect((await me(old)).status).toBe(401);
  });

  it('is kept awake by use', async () => {
    const headers = await open();
    await onSessions(
      `update session set last_seen_at = now() - interval '6 days' where person_id = '${maya.id}'`,
    );
    expect((await me(headers)).status).toBe(200);
    await expect
      .poll(
        async () =>
          expectStatus(200, await test.call('GET', '/api/sessions', undefined, headers)).items[0].lastSeenAt,
      )
      .toSatisfy((seen: string) => Date.now() - Date.parse(seen) < 60_000);
  });

  it('is listed and ended by its owner alone', async () => {
    const headers = await open();
    const { items } = expectStatus(200, await test.call('GET', '/api/sessions', undefined, headers));
    const current = items.find((session: { current: boolean }) => session.current);
    expect((await admin.delete(`/api/sessions/${current.id}`)).status).toBe(404);
    expect((await test.call('DELETE', `/api/sessions/${current.id}`, undefined, headers)).status).toBe(204);
    expect((await me(headers)).status).toBe(401);
  });

  it('ends on all other devices with a change of password', async () => {
    const [here, there] = [await open(), await open()];
    const change = (currentPassword: string) =>
      test.call('PUT', '/api/password', { currentPassword, newPassword: 'another long password' }, here);
    expect((await change('wrong')).body).toMatchObject({
      status: 422,
      errors: [{ path: 'currentPassword' }],
    });
    expect((await change(password)).status).toBe(204);
    expect((await me(here)).status).toBe(200);
    expect((await me(there)).status).toBe(401);
    expect((await signIn('maya@example.org', password)).status).toBe(401);
    expect((await signIn('maya@example.org', 'another long password')).status).toBe(200);
  });

  it('lets its holder guess at the password twenty times, also all at once, and stops nobody else', async () => {
    const guesser = await test.addPerson('Guessing Person');
    await givePassword(guesser);
    const body = { currentPassword: 'guess', newPassword: 'another long password' };
    const answers = await Promise.all(Array.from({ length: 30 }, () => guesser.put('/api/password', body)));
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(20);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(10);
    expect((await signIn('maya@example.org', 'another long password')).status).toBe(200);
  });

  it('of somebody else is not kept waiting while twenty guesses are looked at', async () => {
    const guesser = await test.addPerson('Patient Person');
    await givePassword(guesser);
    const body = { currentPassword: 'guess', newPassword: 'another long password' };
    let answered = 0;
    const guesses = Array.from({ length: 20 }, async () => {
      await guesser.put('/api/password', body);
      answered += 1;
    });
    await pause(50); // all of them have arrived
    expectStatus(200, await admin.get('/api/sessions'));
    expect(answered).toBeLessThan(10);
    await Promise.all(guesses);
  });

  it('changes its password once where it is asked to twice at once', async () => {
    const hasty = await test.addPerson('Hasty Person');
    await givePassword(hasty);
    const change = async (newPassword: string) =>
      hasty.put('/api/password', { currentPassword: password, newPassword });
    const both = await Promise.all([change('the first of the two'), change('the second of the two')]);
    // The later one finds the password changed: while it was looked at, or before.
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
    expect([409, 422]).toContain(both.find(({ status }) => status !== 204)?.status);
  });

  it('of a deactivated person is over at the next request', async () => {
    const leaving = await test.addPerson('Leaving Person');
    expect((await leaving.get('/api/me')).status).toBe(200);
    expectStatus(200, await admin.patch(`/api/people/${leaving.id}`, { active: false }));
    expect((await leaving.get('/api/me')).status).toBe(401);
    expectStatus(200, await admin.patch(`/api/people/${leaving.id}`, { active: true }));
    expect((await leaving.get('/api/me')).status).toBe(401);
  });
});

describe('an invitation', () => {
  async function inviteSomebody(name: string) {
    const email = `${name.toLowerCase()}@example.org`;
    const person = expectStatus(201, await admin.post('/api/people', { name, email }));
    expectStatus(201, await admin.post(`/api/people/${person.id}/invitation`));
    return { person, url: `/api/invitations/${await test.invitationTokenOf(person.id)}` };
  }

  it('says whom it is for, sets a password once, and signs in', async () => {
    const { person, url } = await inviteSomebody('Nina');
    const opened = await test.call('GET', url);
    expect(opened.body).toEqual({ name: 'Nina', email: 'nina@example.org', firstAdmin: false });
    expect((await test.call('POST', url, { password: 'short' })).body).toMatchObject({
      errors: [{ path: 'password' }],
    });
    const accepted = await test.call('POST', url, { password });
    expect(accepted.body).toEqual({ person: { id: person.id, name: 'Nina' } });
    expect(cookiesOf(accepted)['duologue']).toBeDefined();
    expect((await test.call('GET', url)).status).toBe(404);
    expect((await test.call('POST', url, { password })).status).toBe(404);
    expect((await signIn('nina@example.org', password)).status).toBe(200);
  });

  it('works for one of two who open it at once', async () => {
    const { url } = await inviteSomebody('Twice');
    const answers = await Promise.all([1, 2, 3].map(() => test.call('POST', url, { password })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 404)).toHaveLength(2);
  });

  it('is over after seven days', async () => {
    const { url } = await inviteSomebody('Late');
    test.clock.offset = 7 * 24 * 3_600_000 + 1000;
    expect((await test.call('POST', url, { password })).status).toBe(404);
    test.clock.offset = 0;
  });

  it('is no way into an account that has a password', async () => {
    const { person, url } = await inviteSomebody('Taken');
    expectStatus(200, await test.call('POST', url, { password }));
    expect((await admin.post(`/api/people/${person.id}/invitation`)).body).toMatchObject({ status: 409 });
    const change = await admin.patch(`/api/people/${person.id}`, { email: 'admin-mailbox@example.org' });
    expect(change.body).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('is replaced by a new one', async () => {
    const { person, url } = await inviteSomebody('Again');
    expectStatus(201, await admin.post(`/api/people/${person.id}/invitation`));
    expect((await test.call('GET', url)).status).toBe(404);
  });
});

describe('the first admin', async () => {
  const empty = await testApp();

  it('comes by a one-time link of one hour, new at each start, and only while there is none', async () => {
    const place = empty.database.owner;
    const first = (await firstAdminLink(empty.platform, place)) ?? '';
    const second = (await firstAdminLink(empty.platform, place)) ?? '';
    const at = (link: string) => `/api/invitations/${link.split('#')[1]}`;
    expect((await empty.call('GET', at(first))).status).toBe(404);
    expect((await empty.call('GET', at(second))).body).toEqual({ name: null, email: null, firstAdmin: true });
    const nameless = await empty.call('POST', at(second), { password });
    expect(nameless.body).toMatchObject({ status: 422, errors: [{ path: 'name' }, { path: 'email' }] });
    empty.clock.offset = 3_600_000 + 1000;
    expect((await empty.call('GET', at(second))).status).toBe(404);
    empty.clock.offset = 0;
    const body = { password, name: 'Ada Lind', email: 'ada@example.org' };
    const accepted = await empty.call('POST', at(second), body);
    expectStatus(200, accepted);
    const cookie = `duologue=${cookiesOf(accepted)['duologue']}`;
    expect((await empty.call('GET', '/api/me', undefined, { cookie })).body).toMatchObject({ isAdmin: true });
    expect(await firstAdminLink(empty.platform, place)).toBeNull();
    expect((await empty.call('POST', at(second), { ...body, email: 'second@example.org' })).status).toBe(404);
  });
});
