import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { plantComment } from '../support/comments.ts';
import { addPair, oneOnOneIn, words } from '../support/pair.ts';
import { addParticipant, removeParticipant } from '../support/participants.ts';
import { sqlAs, sqlTouchesNothing } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';
import type { TestPerson } from '../support/test-app.ts';

const states = ['draft', 'active', 'pending_approval', 'approved'] as const;
const test = await testApp();
const pair = await addPair(test);
const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
const admin = await test.addPerson('Ada Lind', { admin: true });
const petra = await test.addPerson('Petra Vos');
const former = await test.addPerson('Fritz Vos');
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
const ids: Record<string, string> = {};
const items: Record<string, string> = {};

beforeAll(async () => {
  await client.connect();
  for (const state of states) {
    const record = await oneOnOneIn(pair, state, async ({ id }) => {
      for (const reader of [petra, former]) await addParticipant(pair.manager, id, reader);
    });
    const at = `/api/one-on-ones/${record.id}`;
    ids[state] = record.id;
    items[state] = record.sections[0]?.items[1]?.id ?? '';
    for (const author of [pair.manager, pair.employee]) await plantComment(test, record, author.id);
    const note = { ...words('Mine'), version: 0 };
    expectStatus(200, await pair.manager.put(`${at}/private-note`, note));
    if (state === 'draft') continue;
    for (const person of [pair.employee, petra, former]) {
      expectStatus(200, await person.put(`${at}/private-note`, note));
      expectStatus(200, await person.get(at));
    }
    await removeParticipant(pair.manager, record.id, former);
  }
  const approved = `/api/one-on-ones/${ids['approved']}`;
  expectStatus(201, await pair.employee.post(`${approved}/addenda`, words('More')));
});
afterAll(() => client.end());

const as = sqlAs(client);

const expectNothing = sqlTouchesNothing(client);

const outsiders = [admin, other.manager, other.employee, former];

describe('the database alone, of what people add in words', () => {
  it.each([
    // table, manager, employee, participant: rows of four records, of which one is a draft, with one reader more.
    ['participant', 5, 3, 3],
    ['comment', 8, 6, 0],
    ['addendum', 1, 1, 1],
    ['private_note', 4, 3, 3],
  ] as const)('shows of %s each reader exactly theirs', async (table, manager, employee, participant) => {
    const now = table === 'participant' ? ' where removed_at is null' : '';
    const count = `select from ${table}${now}`;
    expect(await as(pair.manager, count)).toBe(manager);
    expect(await as(pair.employee, count)).toBe(employee);
    expect(await as(petra, count)).toBe(participant);
    for (const person of outsiders) expect(await as(person, count), person.name).toBe(0);
  });

  it('shows receipts and resolved threads to the pair alone', async () => {
    const note = `insert into receipt (one_on_one_id, person_id, day, act) values ($1, $2, '2030-01-01', 'exported')`;
    expect(await as(petra, note, [ids['active'], petra.id])).toBe(1);
    for (const person of outsiders) await expectNothing(person, note, [ids['active'], person.id]);
    await expectNothing(petra, note, [ids['active'], pair.employee.id]);
    expect(Number(await as(pair.employee, 'select from receipt'))).toBeGreaterThan(2);
    for (const person of [petra, ...outsiders]) {
      expect(await as(person, 'select from receipt'), person.name).toBe(0);
      expect(await as(person, 'select from resolved_thread'), person.name).toBe(0);
    }
    await expectNothing(pair.manager, 'delete from receipt');
  });

  it.each(states)('takes comments on one that is %s only while it is open, and of oneself', async (state) => {
    const isOpen = state === 'active' || state === 'pending_approval';
    const insert = `insert into comment (id, one_on_one_id, item_id, author_id, body, created_at)
                    values (gen_random_uuid(), $1, $2, $3, '{}', now())`;
    for (const person of [pair.manager, pair.employee]) {
      const values = [ids[state], items[state], person.id];
      expect(await as(person, insert, values)).toBe(isOpen ? 1 : 'refused');
      const mine = `update comment set body = '{}' where one_on_one_id = $1 and author_id = $2`;
      expect(await as(person, mine, [ids[state], person.id])).toBe(isOpen ? 1 : 0);
    }
    const theirs = 'delete from comment where one_on_one_id = $1 and author_id = $2';
    await expectNothing(pair.manager, theirs, [ids[state], pair.employee.id]);
    await expectNothing(pair.manager, insert, [ids[state], items[state], pair.employee.id]);
    for (const person of [petra, ...outsiders]) {
      await expectNothing(person, insert, [ids[state], items[state], person.id]);
    }
  });

  it.each(states)(
    'lets nobody but the manager add a reader to one that is %s, and never once it is sent',
    async (state) => {
      const insert = `insert into participant (one_on_one_id, person_id, added_by, added_at) values ($1, $2, $3, now())`;
      const values = (person: TestPerson) => [ids[state], other.employee.id, person.id];
      const mayAdd = state === 'draft' || state === 'active';
      expect(await as(pair.manager, insert, values(pair.manager))).toBe(mayAdd ? 1 : 'refused');
      for (const person of [pair.employee, petra, ...outsiders])
        await expectNothing(person, insert, values(person));
      for (const person of [pair.manager, pair.employee]) {
        await expectNothing(pair.manager, insert, [ids[state], person.id, pair.manager.id]);
      }
    },
  );

  it('lets a reader leave and take nobody along', async () => {
    const leave = 'delete from participant where one_on_one_id = $1 and person_id = $2';
    expect(await as(petra, leave, [ids['active'], petra.id])).toBe(1);
    await expectNothing(pair.employee, leave, [ids['active'], petra.id]);
    for (const person of outsiders) await expectNothing(person, leave, [ids['active'], petra.id]);
    const mark = `update participant set removed_by = $3, removed_at = now() where one_on_one_id = $1 and person_id = $2`;
    expect(await as(petra, mark, [ids['approved'], petra.id, petra.id])).toBe(1);
    await expectNothing(petra, leave, [ids['approved'], petra.id]);
    await expectNothing(
      pair.manager,
      `update participant set removed_by = null, removed_at = null where one_on_one_id = $1`,
      [ids['approved']],
    );
  });

  it('keeps a private note from everybody else, to read and to write', async () => {
    const write = `update private_note set body = '{}' where author_id = $1`;
    expect(await as(pair.employee, write, [pair.employee.id])).toBe(3);
    for (const person of [pair.manager, petra, ...outsiders])
      await expectNothing(person, write, [pair.employee.id]);
    const forge = `insert into private_note (one_on_one_id, author_id, body, updated_at) values ($1, $2, '{}', now())`;
    await expectNothing(pair.manager, forge, [ids['draft'], pair.employee.id]);
    await expectNothing(former, forge, [ids['active'], former.id]);
  });

  it('takes addenda to what was approved alone, of the pair, and changes none', async () => {
    const insert = `insert into addendum (id, one_on_one_id, author_id, at, body) values (gen_random_uuid(), $1, $2, now(), '{}')`;
    expect(await as(pair.employee, insert, [ids['approved'], pair.employee.id])).toBe(1);
    expect(await as(pair.employee, insert, [ids['pending_approval'], pair.employee.id])).toBe('refused');
    for (const person of [petra, ...outsiders])
      await expectNothing(person, insert, [ids['approved'], person.id]);
    await expectNothing(pair.employee, `update addendum set body = '{}'`);
    await expectNothing(pair.employee, 'delete from addendum');
  });

  it.each(['private_note', 'comment', 'addendum', 'receipt', 'participant'])(
    'without the policies of %s would show it: the test sees what it looks for',
    async (table) => {
      await openPolicies(test.database.owner, [table]);
      expect(Number(await as(admin, `select from ${table}`))).toBeGreaterThan(0);
    },
  );
});
