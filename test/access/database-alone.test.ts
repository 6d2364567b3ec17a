import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, oneOnOneIn, words } from '../support/pair.ts';
import type { Pair } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';
import type { TestApp, TestPerson } from '../support/test-app.ts';

/** Tables whose rows hang from a one-on-one; the last are the manager's alone, or the pair's. */
const children = [
  'section',
  'item',
  'approval_request',
  'approval',
  'one_on_one_event',
  'revision_request',
  'section_guidance',
];
const states = ['draft', 'active', 'pending_approval', 'approved'] as const;

async function content(test: TestApp) {
  const pair = await addPair(test);
  const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
  const admin = await test.addPerson('Ada Lind', { admin: true });
  const newManager = await test.addPerson('New Manager');
  await test.addTeam('Beside', [newManager], [pair.employee]);
  const ids: Record<string, string> = {};
  for (const state of states) ids[state] = (await write(pair, state)).id;
  const others = [];
  for (const state of states) others.push((await write(other, state)).id);
  return { pair, other, admin, newManager, ids, others };
}

/** With every kind of row under it: answers, a revision request, snapshots. */
async function write(pair: Pair, state: (typeof states)[number]) {
  const record = await oneOnOneIn(pair, state === 'draft' ? 'draft' : 'pending_approval');
  const at = `/api/one-on-ones/${record.id}`;
  const item = record.sections[0]?.items[1];
  if (state === 'draft') {
    expectStatus(
      200,
      await pair.manager.put(`${at}/items/${item?.id}/answer`, { answer: words('Secret'), version: 0 }),
    );
    return record;
  }
  expectStatus(200, await pair.employee.post(`${at}/revision-request`, { message: 'Revise it.' }));
  expectStatus(
    200,
    await pair.manager.put(`${at}/items/${item?.id}/answer`, { answer: words('Secret'), version: 0 }),
  );
  if (state === 'active') return record;
  const sent = expectStatus(200, await pair.manager.post(`${at}/approval-request`));
  if (state === 'approved')
    expectStatus(200, await pair.employee.post(`${at}/approval`, { version: sent.version }));
  return record;
}

/** The one-on-ones of which this person reaches rows of a table, by plain SQL with the role that serves. */
async function reached(client: pg.Client, token: string, table: string): Promise<string[]> {
  const column = table === 'one_on_one' ? 'id' : 'one_on_one_id';
  await client.query('begin');
  await client.query('select from app.begin_request($1)', [token]);
  const { rows } = await client.query<{ id: string }>(`select distinct ${column} as id from ${table}`);
  await client.query('rollback');
  return rows.map((row) => row.id).toSorted();
}

async function webClient(test: TestApp): Promise<pg.Client> {
  const { owner, secretKey } = test.database;
  const client = new pg.Client(roleConnection(owner, secretKey, 'web'));
  await client.connect();
  return client;
}

describe('the database alone', async () => {
  const test = await testApp();
  const { pair, other, admin, newManager, ids, others } = await content(test);
  const client = await webClient(test);
  afterAll(() => client.end());
  const all = Object.values(ids).toSorted();
  const shared = Object.entries(ids)
    .flatMap(([state, id]) => (state === 'draft' ? [] : [id]))
    .toSorted();

  const expected: [string, TestPerson | null, Partial<Record<string, unknown[]>>][] = [
    [
      'the manager',
      pair.manager,
      {
        one_on_one: all,
        section: all,
        item: all,
        section_guidance: all,
        one_on_one_event: all,
        revision_request: shared,
        approval_request: shared,
        approval: [ids['approved']],
      },
    ],
    [
      'the employee',
      pair.employee,
      {
        one_on_one: shared,
        section: shared,
        item: shared,
        one_on_one_event: shared,
        revision_request: shared,
        approval_request: shared,
        approval: [ids['approved']],
      },
    ],
    ['an admin', admin, {}],
    ['the new manager of the employee', newManager, {}],
    ['nobody', null, {}],
  ];

  it.each(expected)('lets %s reach exactly their rows', async (_, person, tables) => {
    for (const table of ['one_on_one', ...children]) {
      expect(await reached(client, person?.token ?? '', table), table).toEqual(tables[table] ?? []);
    }
  });

  it('keeps the events before sharing from the employee', async () => {
    await client.query('begin');
    await client.query('select from app.begin_request($1)', [pair.employee.token]);
    const { rows } = await client.query('select from one_on_one_event where before_sharing');
    await client.query('rollback');
    expect(rows).toEqual([]);
  });

  it('shows addresses to their owner and to admins, and a private template to its owner', async () => {
    const template = expectStatus(
      201,
      await pair.manager.post('/api/templates', { title: 'Mine', sections: [] }),
    );
    const seen = async (person: TestPerson, statement: string, value: string) => {
      await client.query('begin');
      await client.query('select from app.begin_request($1)', [person.token]);
      const { rowCount } = await client.query(statement, [value]);
      await client.query('rollback');
      return rowCount;
    };
    const address = 'select from person_address where person_id = $1';
    expect(await seen(pair.employee, address, pair.employee.id)).toBe(1);
    expect(await seen(admin, address, pair.employee.id)).toBe(1);
    expect(await seen(pair.manager, address, pair.employee.id)).toBe(0);
    const mine = 'select from template where id = $1';
    expect(await seen(pair.manager, mine, template.id)).toBe(1);
    for (const person of [pair.employee, admin, newManager])
      expect(await seen(person, mine, template.id)).toBe(0);
  });

  it('believes no setting but the token of a session', async () => {
    for (const [name, value] of [
      ['app.user_id', pair.manager.id],
      ['app.viewer_id', pair.manager.id],
      ['app.session_token', pair.manager.id],
      ['role', 'none'],
    ]) {
      await client.query('begin');
      await client.query('select from app.begin_request($1)', [admin.token]);
      await client.query('select set_config($1, $2, true)', [name, value]);
      expect((await client.query('select from one_on_one')).rows, name).toEqual([]);
      await client.query('rollback');
    }
  });

  it('lets the role become nobody else', async () => {
    const { owner } = test.database;
    for (const statement of [
      `set role ${client.escapeIdentifier(owner.user)}`,
      `set role ${client.escapeIdentifier(`${owner.database}_worker`)}`,
      `set session authorization ${client.escapeIdentifier(owner.user)}`,
      'alter table item disable row level security',
      'drop policy item_read on item',
      'select * from session',
      'select * from credential',
      'select * from invitation',
      'select * from tombstone',
      'select * from notice',
      'select * from pgboss.job',
      'select * from migration',
      'truncate item',
    ]) {
      await expect(client.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    }
    await client.query('reset role');
    expect((await client.query('select from one_on_one')).rows).toEqual([]);
  });

  const writes: [string, string, string[]][] = [
    [
      'changes a stranger’s record',
      `update one_on_one set title = 'x', version = version + 1 where id = $1`,
      others,
    ],
    ['deletes a stranger’s record', 'delete from one_on_one where id = $1', others],
    ['changes a stranger’s item', `update item set prompt = 'x' where one_on_one_id = $1`, others],
    ['deletes a stranger’s item', 'delete from item where one_on_one_id = $1', others],
    [
      'changes an approved item',
      `update item set prompt = 'x' where one_on_one_id = $1`,
      [ids['approved'] ?? ''],
    ],
    [
      'changes an item that awaits approval',
      `update item set prompt = 'x' where one_on_one_id = $1`,
      [ids['pending_approval'] ?? ''],
    ],
    ['deletes what awaits approval', 'delete from one_on_one where id = $1', [ids['pending_approval'] ?? '']],
    ['deletes an approved record', 'delete from one_on_one where id = $1', [ids['approved'] ?? '']],
    [
      'changes a draft as its employee',
      `update one_on_one set title = 'x', version = version + 1 where id = $1`,
      [ids['draft'] ?? ''],
    ],
  ];
  it.each(writes)('nobody who may not %s', async (what, statement, records) => {
    const people = what.includes('as its employee')
      ? [pair.employee]
      : [pair.manager, pair.employee, admin, newManager];
    for (const person of people) {
      for (const record of records) {
        await client.query('begin');
        await client.query('select from app.begin_request($1)', [person.token]);
        const touched = await client.query(statement, [record]).then(
          (result) => result.rowCount,
          () => 'refused',
        );
        await client.query('rollback');
        expect([0, 'refused'], `${person.name} ${what}`).toContain(touched);
      }
    }
  });

  it('lets the employee change nothing but the state, and only to approve or to send back', async () => {
    const id = ids['pending_approval'];
    for (const change of [
      `title = 'x', state = 'active', version = version + 1`,
      `state = 'approved', version = version + 1`, // without an approval
      `state = 'draft', version = version + 1`,
      `state = 'active'`, // without counting the version up
    ]) {
      await client.query('begin');
      await client.query('select from app.begin_request($1)', [pair.employee.token]);
      await expect(
        client.query(`update one_on_one set ${change} where id = $1`, [id]),
        change,
      ).rejects.toThrow(
        /row-level security|employee changes the state|has an approval|no such transition|counts the version/,
      );
      await client.query('rollback');
    }
  });

  it('freezes an approved record for every role that serves requests or jobs, and for the owner as well', async () => {
    const id = ids['approved'] ?? '';
    for (const statement of [
      build.updateTable('item').set({ prompt: 'x' }).where('one_on_one_id', '=', id),
      build.deleteFrom('item').where('one_on_one_id', '=', id),
      build.updateTable('approval').set({ remark: 'x' }).where('one_on_one_id', '=', id),
      build.deleteFrom('one_on_one').where('id', '=', id),
      build.updateTable('one_on_one').set({ title: 'x', version: 99 }).where('id', '=', id),
    ]) {
      await expect(asOwner(test.database.owner, (db) => db.run(statement))).rejects.toThrow('frozen');
    }
  });

  it('tells nobody by a function who manages whom, who has a password, or to whom something is shared', async () => {
    const ask = async (person: TestPerson | null, call: string) => {
      await client.query('begin');
      if (person !== null) await client.query('select from app.begin_request($1)', [person.token]);
      const { rows } = await client.query<{ answer: boolean }>(`select ${call} as answer`);
      await client.query('rollback');
      return rows[0]?.answer;
    };
    const manages = `app.manages('${pair.manager.id}', '${pair.employee.id}')`;
    expect(await ask(pair.manager, manages)).toBe(true);
    expect(await ask(pair.employee, manages)).toBe(true);
    for (const person of [null, admin, newManager, other.manager])
      expect(await ask(person, manages)).not.toBe(true);
    for (const name of ['has_password', 'address_may_change', 'may_be_invited', 'may_write_content']) {
      for (const person of [null, newManager]) {
        expect(await ask(person, `app.${name}('${pair.employee.id}')`), name).not.toBe(true);
      }
    }
  });

  it('says the same of a hidden approved record as of one that never was', async () => {
    const insert = `insert into section (id, one_on_one_id, position, title) values (gen_random_uuid(), $1, 0, 'x')`;
    const codes = [];
    for (const id of [others[3], others[1], crypto.randomUUID()]) {
      await client.query('begin');
      await client.query('select from app.begin_request($1)', [pair.manager.token]);
      codes.push(
        await client.query(insert, [id]).then(
          () => 'done',
          (error: { code: string }) => error.code,
        ),
      );
      await client.query('rollback');
    }
    expect(codes).toEqual(['42501', '42501', '42501']);
  });

  it('keeps an item with the one-on-one of its section', async () => {
    const [section] = (
      await asOwner(test.database.owner, (db) =>
        db.all(
          build
            .selectFrom('section')
            .select('id')
            .where('one_on_one_id', '=', others[3] ?? '')
            .limit(1),
        ),
      )
    ).map((row) => row.id);
    await client.query('begin');
    await client.query('select from app.begin_request($1)', [pair.manager.token]);
    await expect(
      client.query(
        `insert into item (id, one_on_one_id, section_id, position, kind, prompt) values (gen_random_uuid(), $1, $2, 0, 'note', 'x')`,
        [ids['draft'], section],
      ),
    ).rejects.toThrow('foreign key');
    await client.query('rollback');
  });

  it('lets nobody record what only the other side can do', async () => {
    const insert = `insert into one_on_one_event (id, one_on_one_id, kind, at, by_id, before_sharing) values (gen_random_uuid(), $1, $2, now(), $3, false)`;
    const tries: [TestPerson, string | undefined, string][] = [
      [pair.manager, ids['pending_approval'], 'approved'],
      [pair.employee, ids['active'], 'shared'],
      [pair.manager, ids['approved'], 'edited'],
    ];
    for (const [person, id, kind] of tries) {
      await client.query('begin');
      await client.query('select from app.begin_request($1)', [person.token]);
      await expect(client.query(insert, [id, kind, person.id])).rejects.toThrow('row-level security');
      await client.query('rollback');
    }
  });

  it('lets an admin’s statement choose no invitation’s secret and send none elsewhere', async () => {
    const guest = expectStatus(
      201,
      await admin.post('/api/people', { name: 'Guest', email: 'guest@example.org' }),
    );
    expectStatus(201, await admin.post(`/api/people/${guest.id}/invitation`));
    const token = await test.invitationTokenOf(guest.id);
    await client.query('begin');
    await client.query('select from app.begin_request($1)', [admin.token]);
    await expect(
      client.query(
        `insert into notice (id, kind, recipient_id, actor_id, invitation_id, at) values (gen_random_uuid(), 'person.invited', $1, $1, $2, now())`,
        [admin.id, token.split('.')[0]],
      ),
    ).rejects.toThrow('row-level security');
    await client.query('rollback');
  });

  it('does not let one write notices or events in another’s name, or to an outsider', async () => {
    const insert =
      'insert into notice (id, kind, recipient_id, actor_id, one_on_one_id, at) values (gen_random_uuid(), $1, $2, $3, $4, now())';
    const kind = 'one-on-one.shared';
    const tries = [
      [kind, admin.id, pair.manager.id, ids['active']],
      [kind, pair.employee.id, other.manager.id, ids['active']],
      [kind, other.employee.id, pair.manager.id, others[1]],
    ];
    for (const values of tries) {
      await client.query('begin');
      await client.query('select from app.begin_request($1)', [pair.manager.token]);
      await expect(client.query(insert, values)).rejects.toThrow('row-level security');
      await client.query('rollback');
    }
  });
});

describe('a planted fault', async () => {
  const test = await testApp();
  const { admin } = await content(test);
  const client = await webClient(test);
  afterAll(() => client.end());

  // The children follow their parent's policy, so the parent comes last.
  it.each(['item', 'one_on_one_event', 'one_on_one'])(
    'in the policies of %s lets an outsider reach rows',
    async (table) => {
      expect(await reached(client, admin.token, table)).toEqual([]);
      await openPolicies(test.database.owner, [table]);
      expect(await reached(client, admin.token, table)).not.toEqual([]);
    },
  );
});
