import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';
import type { TestPerson } from '../support/test-app.ts';

const test = await testApp();
const { owner, secretKey } = test.database;
const pair = await addPair(test);
const admin = await test.addPerson('Ada Lind', { admin: true });
const stranger = await test.addPerson('Paul Weber');
const web = new pg.Client(roleConnection(owner, secretKey, 'web'));
const signIn = new pg.Client(roleConnection(owner, secretKey, 'signin'));
const worker = new pg.Client(roleConnection(owner, secretKey, 'worker'));
const ids = { recovery: crypto.randomUUID(), change: crypto.randomUUID() };

beforeAll(async () => {
  for (const client of [web, signIn, worker]) await client.connect();
  await oneOnOneIn(pair, 'active');
  await asOwner(owner, async (db) => {
    await db.run(sql`insert into credential (person_id, password_hash) values (${pair.employee.id}, 'x')`);
    await db.run(sql`
      insert into recovery (id, person_id, old_email, new_email, started_by, due_at)
      select ${ids.recovery}, person_id, email, 'new@example.org', ${admin.id}, now() from person_address where person_id = ${pair.employee.id}`);
    await db.run(sql`
      insert into address_change (id, person_id, old_email, new_email, expires_at)
      select ${ids.change}, person_id, email, 'other@example.org', now() + interval '1 day' from person_address where person_id = ${pair.employee.id}`);
    await db.run(sql`
      insert into person_picture (person_id, type, image) values (${pair.employee.id}, 'image/png', 'x')`);
  });
});
afterAll(async () => {
  for (const client of [web, signIn, worker]) await client.end();
});

/** What a statement answers to somebody in a role, or that it is refused; nothing of it stays. */
async function ask(client: pg.Client, person: TestPerson | null, statement: string, values: unknown[] = []) {
  await client.query('begin');
  await client.query("select set_config('app.session_token', $1, true)", [person?.token ?? '']);
  const answer = await client.query<{ answer: unknown }>(statement, values).then(
    ({ rows, rowCount }) => (rows.length > 0 ? rows.map((row) => row.answer) : (rowCount ?? 0)),
    () => 'refused' as const,
  );
  await client.query('rollback');
  return answer;
}

describe('the database alone, of ways in', () => {
  it.each(['credential', 'session', 'password_reset', 'address_change', 'recovery', 'invitation'])(
    'lets no request read %s',
    async (table) => {
      for (const person of [admin, pair.employee]) {
        expect(await ask(web, person, `select 1 as answer from ${table}`)).toBe('refused');
      }
    },
  );

  it.each([
    ['an admin of their own account', admin, 'admin', 'another@example.org'],
    ['a stranger', stranger, 'employee', 'another@example.org'],
    ['the manager', pair.manager, 'employee', 'another@example.org'],
    ['an admin, where one is under way', admin, 'employee', 'another@example.org'],
  ] as const)('starts no recovery for %s', async (_, person, whom, address) => {
    const of = whom === 'admin' ? admin.id : pair.employee.id;
    const start = 'select app.start_recovery($1, $2, $3) as answer';
    expect(await ask(web, person, start, [crypto.randomUUID(), of, address])).toEqual([null]);
  });

  it('lets those object whom it concerns, and nobody else', async () => {
    const object = 'select app.object_to_recovery($1) as answer';
    expect(await ask(web, pair.employee, object, [ids.recovery])).toEqual([true]);
    expect(await ask(web, pair.manager, object, [ids.recovery])).toEqual([true]);
    for (const person of [admin, stranger, null])
      expect(await ask(web, person, object, [ids.recovery])).toEqual([false]);
  });

  it('finishes a recovery for jobs alone', async () => {
    expect(await ask(web, admin, 'select app.finish_recoveries() as answer')).toBe('refused');
    expect(await ask(signIn, admin, 'select app.finish_recoveries() as answer')).toBe('refused');
    expect(await ask(worker, null, 'select app.finish_recoveries() as answer')).toEqual([1]);
  });

  it('confirms an address for whoever asked for it, through sign-in alone', async () => {
    const confirm = 'select app.confirm_address_change($1) as answer';
    expect(await ask(web, pair.employee, confirm, [ids.change])).toBe('refused');
    expect(await ask(signIn, pair.manager, confirm, [ids.change])).toEqual([false]);
    expect(await ask(signIn, null, confirm, [ids.change])).toEqual([false]);
    expect(await ask(signIn, pair.employee, confirm, [ids.change])).toEqual([true]);
  });

  it('writes no notice in another’s name, and asks for no password through a request', async () => {
    const notify = "select app.notify_of_sign_in($1, 'person.address-changed', $2) as answer";
    expect(await ask(signIn, stranger, notify, [crypto.randomUUID(), ids.change])).toBe('refused');
    expect(await ask(signIn, null, notify, [crypto.randomUUID(), null])).toBe('refused');
    const reset = 'select app.ask_password_reset($1, $1, $2) as answer';
    expect(await ask(web, admin, reset, [crypto.randomUUID(), 'old@example.org'])).toBe('refused');
  });

  it('tells since when somebody signs in only to them, who manages them, and admins', async () => {
    const since = 'select app.sign_in_since($1) is not null as answer';
    for (const person of [pair.employee, pair.manager, admin])
      expect(await ask(web, person, since, [pair.employee.id])).toEqual([true]);
    expect(await ask(web, stranger, since, [pair.employee.id])).toEqual([false]);
  });

  it('lets nobody change another’s picture or profile', async () => {
    const remove = 'delete from person_picture where person_id = $1';
    expect(await ask(web, pair.manager, remove, [pair.employee.id])).toBe(0);
    expect(await ask(web, pair.employee, remove, [pair.employee.id])).toBe(1);
    expect(await ask(web, null, 'select 1 as answer from person_picture')).toBe(0);
    const rename = "update person set name = 'Somebody else' where id = $1";
    expect(await ask(web, pair.employee, rename, [pair.employee.id])).toBe(0);
  });

  it('shows a notice to its recipient alone', async () => {
    const count = 'select count(*)::int as answer from notice';
    expect((await ask(web, pair.employee, count)) as number[]).not.toEqual([0]);
    expect(await ask(web, stranger, count)).toEqual([0]);
    expect(await ask(web, null, count)).toEqual([0]);
    expect(await ask(web, stranger, 'update notice set read_at = now()')).toBe(0);
  });
});

describe('what exists', () => {
  it('shows itself to a stranger in no refusal: a record, a draft, who is in it', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const draft = await oneOnOneIn(pair, 'draft');
    const text =
      "insert into action_item (id, one_on_one_id, position, text, owner_id, due_on, created_at) values ($1, $2, 0, 'x', $3, now(), now())";
    const reader =
      'insert into participant (one_on_one_id, person_id, added_by, added_at) values ($1, $2, $3, now())';
    const wordsOf = async (statement: string, values: unknown[]) => {
      await web.query('begin');
      await web.query("select set_config('app.session_token', $1, true)", [stranger.token]);
      const words = await web.query(statement, values).then(
        () => 'done',
        (error: Error) => error.message,
      );
      await web.query('rollback');
      return words;
    };
    const seen = new Set<string>();
    for (const id of [record.id, draft.id, crypto.randomUUID()]) {
      for (const whom of [pair.manager.id, pair.employee.id, stranger.id]) {
        seen.add((await wordsOf(text, [crypto.randomUUID(), id, whom])).replace('action_item', 'table'));
        seen.add((await wordsOf(reader, [id, whom, stranger.id])).replace('participant', 'table'));
      }
      expect(
        await ask(web, stranger, 'select app.may_remove_participant($1, $2) as answer', [id, stranger.id]),
      ).toEqual([false]);
    }
    expect([...seen]).toEqual(['new row violates row-level security policy for table "table"']);
  });
});

describe('a planted fault', async () => {
  const scratch = await testApp();
  const shared = await addPair(scratch);
  const outsider = await scratch.addPerson('Paul Weber');
  await oneOnOneIn(shared, 'active');
  const client = new pg.Client(roleConnection(scratch.database.owner, scratch.database.secretKey, 'web'));
  await client.connect();
  afterAll(() => client.end());

  it('in the policies of notices shows everybody everything', async () => {
    const count = 'select count(*)::int as answer from notice';
    expect(await ask(client, outsider, count)).toEqual([0]);
    await openPolicies(scratch.database.owner, ['notice']);
    expect(await ask(client, outsider, count)).not.toEqual([0]);
    expectStatus(200, await outsider.get('/api/me'));
  });
});
