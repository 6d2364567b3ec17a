import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { hashPassword } from '../../sign-in/server/password.ts';
import { linkToken } from '../../sign-in/server/tokens.ts';
import { finishRecoveries } from './finish-recoveries.ts';

const test = await testApp();
const admin = await test.addPerson('Ada Lind', { admin: true });
const { owner, secretKey } = test.database;
const password = 'correct horse battery';

async function givePassword({ id }: TestPerson): Promise<void> {
  const hash = await hashPassword(password);
  await asOwner(owner, (db) =>
    db.run(sql`insert into credential (person_id, password_hash) values (${id}, ${hash})`),
  );
}

async function addressOf({ id }: { id: string }): Promise<string | undefined> {
  const row = await asOwner(owner, (db) =>
    db.first(sql<{ email: string }>`select email from person_address where person_id = ${id}`),
  );
  return row?.email;
}

/** Who was told, of what, in a recovery of somebody. */
async function toldOf(kind: string, about: { id: string }): Promise<string[]> {
  const rows = await asOwner(owner, (db) =>
    db.all(sql<{ name: string }>`
      select p.name from notice n join person p on p.id = n.recipient_id
       left join recovery r on r.id = n.recovery_id left join password_reset s on s.id = n.reset_id
       where n.kind = ${kind} and coalesce(r.person_id, s.person_id) = ${about.id} order by p.name`),
  );
  return rows.map(({ name }) => name);
}

async function letSevenDaysPass(): Promise<void> {
  await asOwner(owner, (db) =>
    db.run(sql`update recovery set due_at = due_at - interval '7 days' where ended_at is null`),
  );
  await finishRecoveries(test.pools.worker);
}

let count = 0;

/** Somebody with a password, with whom a manager has shared a one-on-one that a participant reads. */
async function sharedWorld() {
  count += 1;
  const pair = await addPair(test, `Manager ${count}`, `Employee ${count}`);
  const reader = await test.addPerson(`Reader ${count}`);
  await givePassword(pair.employee);
  await oneOnOneIn(pair, 'active', async ({ id }) => addParticipant(pair.manager, id, reader));
  await oneOnOneIn(pair, 'draft');
  return { ...pair, reader, newAddress: `new.${count}@example.org` };
}

async function linkFor(person: TestPerson): Promise<string> {
  await test.call('POST', '/api/password-reset', { email: (await addressOf(person))?.toUpperCase() });
  await expect.poll(async () => toldOf('person.password-reset', person)).not.toEqual([]);
  const row = await asOwner(owner, (db) =>
    db.first(sql<{ id: string }>`
        select id from password_reset where person_id = ${person.id} and used_at is null order by created_at desc limit 1`),
  );
  return linkToken(secretKey, 'password-reset', row?.id ?? '');
}

describe('an admin who wants in', () => {
  it('cannot change the address of an account with a password, nor invite it again', async () => {
    const { employee } = await sharedWorld();
    const at = `/api/people/${employee.id}`;
    expect((await admin.patch(at, { email: 'mine@example.org' })).status).toBe(403);
    expect((await admin.post(`${at}/invitation`)).status).toBe(409);
    expectStatus(200, await admin.patch(at, { active: false }));
    expectStatus(200, await admin.patch(at, { active: true }));
    expect((await admin.patch(at, { email: null, hasLogin: false })).status).toBe(403);
    expect((await admin.post(`${at}/invitation`)).status).toBe(409);
  });

  it('is given a link to copy only while nothing was shared with the person', async () => {
    count += 1;
    const pair = await addPair(test, `Manager ${count}`, `Employee ${count}`);
    const at = `/api/people/${pair.employee.id}/invitation`;
    expect(expectStatus(201, await admin.post(at)).link).toContain('/invitation#');
    await oneOnOneIn(pair, 'active');
    expect(expectStatus(201, await admin.post(at)).link).toBeNull();
  });

  it('is let in by no link that was copied before something was shared', async () => {
    count += 1;
    const pair = await addPair(test, `Manager ${count}`, `Employee ${count}`);
    expectStatus(201, await admin.post(`/api/people/${pair.employee.id}/invitation`));
    const token = await test.invitationTokenOf(pair.employee.id);
    expectStatus(200, await test.call('GET', `/api/invitations/${token}`));
    await oneOnOneIn(pair, 'active');
    expect((await test.call('POST', `/api/invitations/${token}`, { password })).status).toBe(404);
  });

  it('cannot keep those concerned from being told or from objecting by locking them out', async () => {
    const world = await sharedWorld();
    expectStatus(200, await admin.patch(`/api/people/${world.manager.id}`, { active: false }));
    const at = `/api/people/${world.employee.id}/recovery`;
    expectStatus(201, await admin.post(at, { email: world.newAddress }));
    expect(await toldOf('person.recovery-started', world.employee)).toContain(world.manager.name);
    expectStatus(200, await admin.patch(`/api/people/${world.reader.id}`, { active: false }));
    expect(expectStatus(200, await admin.get(at)).recovery.outcome).toBe('cancelled');
  });

  it('recovers nothing as soon as the mailbox turns out not to be lost, or they are no admin any more', async () => {
    const used = await sharedWorld();
    expectStatus(
      201,
      await admin.post(`/api/people/${used.employee.id}/recovery`, { email: used.newAddress }),
    );
    const token = await linkFor(used.employee);
    expectStatus(200, await test.call('POST', `/api/password-reset/${token}`, { password }));
    const other = await test.addPerson(`Admin ${count}`, { admin: true });
    const left = await sharedWorld();
    expectStatus(
      201,
      await other.post(`/api/people/${left.employee.id}/recovery`, { email: left.newAddress }),
    );
    expectStatus(200, await admin.patch(`/api/people/${other.id}`, { isAdmin: false }));
    await letSevenDaysPass();
    for (const { employee, newAddress } of [used, left]) {
      expect(await addressOf(employee)).not.toBe(newAddress);
      const at = `/api/people/${employee.id}/recovery`;
      expect(expectStatus(200, await admin.get(at)).recovery.outcome).toBe('cancelled');
    }
  });

  it('cannot use a link for one purpose for another, nor one that was revoked', async () => {
    count += 1;
    const person = await test.addPerson(`Person ${count}`);
    expectStatus(201, await admin.post(`/api/people/${person.id}/invitation`));
    const token = await test.invitationTokenOf(person.id);
    const id = token.split('.')[0] ?? '';
    const reset = linkToken(secretKey, 'password-reset', id);
    expect((await test.call('POST', `/api/password-reset/${token}`, { password })).status).toBe(404);
    expect((await test.call('POST', `/api/password-reset/${reset}`, { password })).status).toBe(404);
    expectStatus(204, await admin.delete(`/api/people/${person.id}/invitation`));
    expect((await test.call('POST', `/api/invitations/${token}`, { password })).status).toBe(404);
  });

  it('waits seven days for a recovery, of which everybody hears who shares one-on-ones, and nobody else', async () => {
    const { employee, manager, reader, newAddress } = await sharedWorld();
    const at = `/api/people/${employee.id}/recovery`;
    const started = expectStatus(201, await admin.post(at, { email: newAddress }));
    expect(new Date(started.dueAt).getTime() - Date.now()).toBeGreaterThan(6.99 * 24 * 3600 * 1000);
    expect(await toldOf('person.recovery-started', employee)).toEqual(
      [employee.name, manager.name, reader.name].toSorted(),
    );
    await finishRecoveries(test.pools.worker);
    expect(await addressOf(employee)).not.toBe(newAddress);
    expect((await admin.post(at, { email: 'another@example.org' })).status).toBe(409);
    await letSevenDaysPass();
    expect(await addressOf(employee)).toBe(newAddress);
    expect(await toldOf('person.recovery-finished', employee)).toEqual([employee.name]);
    expect(await toldOf('person.recovered', employee)).toEqual([employee.name]);
    expect((await employee.get('/api/me')).status).toBe(401);
    expect(expectStatus(200, await admin.get(at)).recovery.outcome).toBe('done');
  });

  it.each(['employee', 'manager', 'reader'] as const)('is stopped by an objection of the %s', async (who) => {
    const world = await sharedWorld();
    const at = `/api/people/${world.employee.id}/recovery`;
    expectStatus(201, await admin.post(at, { email: world.newAddress }));
    const { items } = expectStatus(200, await world[who].get('/api/recoveries'));
    expect(items.map((one: { person: { id: string } }) => one.person.id)).toEqual([world.employee.id]);
    expectStatus(204, await world[who].post(`/api/recoveries/${items[0].id}/objection`));
    await letSevenDaysPass();
    expect(await addressOf(world.employee)).not.toBe(world.newAddress);
    const { recovery } = expectStatus(200, await admin.get(at));
    expect(recovery.outcome).toBe('objected');
    expect(JSON.stringify(recovery)).not.toContain(world[who].id);
  });

  it('cannot wait seven days with the person locked out, who could not object', async () => {
    const world = await sharedWorld();
    const person = `/api/people/${world.employee.id}`;
    expectStatus(201, await admin.post(`${person}/recovery`, { email: world.newAddress }));
    expectStatus(200, await admin.patch(person, { active: false }));
    expectStatus(200, await admin.patch(person, { active: true }));
    await letSevenDaysPass();
    expect(await addressOf(world.employee)).not.toBe(world.newAddress);
    expect(expectStatus(200, await admin.get(`${person}/recovery`)).recovery.outcome).toBe('cancelled');
  });

  it('recovers no account whose owner chooses a first password meanwhile', async () => {
    count += 1;
    const pair = await addPair(test, `Manager ${count}`, `Employee ${count}`);
    await oneOnOneIn(pair, 'active');
    const person = `/api/people/${pair.employee.id}`;
    await asOwner(owner, (db) =>
      db.run(sql`insert into invitation (id, person_id, expires_at)
                 values (${crypto.randomUUID()}, ${pair.employee.id}, now() + interval '1 day')`),
    );
    expectStatus(201, await admin.post(`${person}/recovery`, { email: `other.${count}@example.org` }));
    const token = await test.invitationTokenOf(pair.employee.id);
    expectStatus(200, await test.call('POST', `/api/invitations/${token}`, { password }));
    expect(expectStatus(200, await admin.get(`${person}/recovery`)).recovery.outcome).toBe('cancelled');
  });

  it('finds nobody but those concerned able to see or stop it', async () => {
    const world = await sharedWorld();
    const stranger = await test.addPerson(`Stranger ${count}`);
    expectStatus(
      201,
      await admin.post(`/api/people/${world.employee.id}/recovery`, { email: world.newAddress }),
    );
    const [mine] = expectStatus(200, await world.manager.get('/api/recoveries')).items;
    for (const outsider of [stranger, admin]) {
      expect(expectStatus(200, await outsider.get('/api/recoveries')).items).toEqual([]);
      expect((await outsider.post(`/api/recoveries/${mine.id}/objection`)).status).toBe(404);
    }
  });

  it('cannot recover their own account, nor take an address that somebody has', async () => {
    const { employee, manager } = await sharedWorld();
    const taken = await addressOf(manager);
    expect((await admin.post(`/api/people/${employee.id}/recovery`, { email: taken })).status).toBe(409);
    await givePassword(admin);
    expect((await admin.post(`/api/people/${admin.id}/recovery`, { email: 'a@example.org' })).status).toBe(
      409,
    );
  });
});

describe('a new password by mail', () => {
  it('signs in with the new one, once, ends every session, and never works for who had none', async () => {
    const { employee, reader } = await sharedWorld();
    const token = await linkFor(employee);
    expect(expectStatus(200, await test.call('GET', `/api/password-reset/${token}`)).name).toBe(
      employee.name,
    );
    expectStatus(
      200,
      await test.call('POST', `/api/password-reset/${token}`, { password: 'another long one' }),
    );
    expect((await test.call('POST', `/api/password-reset/${token}`, { password })).status).toBe(404);
    expect((await employee.get('/api/me')).status).toBe(401);
    const email = await addressOf(employee);
    expectStatus(200, await test.call('POST', '/api/session', { email, password: 'another long one' }));
    expect((await test.call('POST', '/api/session', { email, password })).status).toBe(401);
    expectStatus(204, await test.call('POST', '/api/password-reset', { email: await addressOf(reader) }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await toldOf('person.password-reset', reader)).toEqual([]);
  });

  it('from an earlier mail opens nothing once the password or the address was changed', async () => {
    const { employee, newAddress } = await sharedWorld();
    const before = await linkFor(employee);
    expectStatus(
      204,
      await employee.put('/api/password', { currentPassword: password, newPassword: 'another long one' }),
    );
    expect((await test.call('GET', `/api/password-reset/${before}`)).status).toBe(404);
    const again = await linkFor(employee);
    await asOwner(owner, (db) =>
      db.run(sql`update person_address set email = ${newAddress} where person_id = ${employee.id}`),
    );
    expect((await test.call('GET', `/api/password-reset/${again}`)).status).toBe(404);
  });

  it('is over after an hour, and mailed at most three times in one', async () => {
    const { employee } = await sharedWorld();
    const token = await linkFor(employee);
    for (let again = 0; again < 4; again += 1) await linkFor(employee);
    expect(await toldOf('person.password-reset', employee)).toHaveLength(3);
    test.clock.offset = 61 * 60 * 1000;
    expect((await test.call('GET', `/api/password-reset/${token}`)).status).toBe(404);
    test.clock.offset = 0;
  });
});

describe('a change of my own address', () => {
  async function ask(person: TestPerson, email: string) {
    const asked = await person.post('/api/address-change', { email, password });
    const row = await asOwner(owner, (db) =>
      db.first(sql<{ id: string }>`
        select id from address_change where person_id = ${person.id} order by created_at desc limit 1`),
    );
    return { asked, token: linkToken(secretKey, 'address-change', row?.id ?? '') };
  }

  it('takes effect only when the old address confirms it, and both know', async () => {
    const { employee, newAddress } = await sharedWorld();
    const old = await addressOf(employee);
    const { asked, token } = await ask(employee, newAddress);
    expectStatus(201, asked);
    expect(await addressOf(employee)).toBe(old);
    expect(expectStatus(200, await employee.get(`/api/address-change/${token}`))).toEqual({
      oldEmail: old,
      newEmail: newAddress,
    });
    expectStatus(204, await employee.post(`/api/address-change/${token}`));
    expect(await addressOf(employee)).toBe(newAddress);
    expect((await employee.post(`/api/address-change/${token}`)).status).toBe(404);
  });

  it('takes the password, and nobody else can confirm it', async () => {
    const { employee, manager, newAddress } = await sharedWorld();
    const refused = await employee.post('/api/address-change', {
      email: newAddress,
      password: 'not this one',
    });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'password']);
    const { token } = await ask(employee, newAddress);
    for (const other of [manager, admin]) {
      expect((await other.post(`/api/address-change/${token}`)).status).toBe(404);
      expect((await other.get(`/api/address-change/${token}`)).status).toBe(404);
    }
    test.clock.offset = 25 * 3600 * 1000;
    expect((await employee.post(`/api/address-change/${token}`)).status).toBe(404);
    test.clock.offset = 0;
  });
});
