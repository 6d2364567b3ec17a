import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Series } from '../../src/features/series/contract.ts';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, words } from '../support/pair.ts';
import { startSeries } from '../support/series.ts';
import { sqlAs, sqlTouchesNothing } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
const admin = await test.addPerson('Ada Lind', { admin: true });
const newManager = await test.addPerson('New Manager');
await test.addTeam('Beside', [newManager], [pair.employee]);
const { manager, employee } = pair;
const outsiders = [admin, other.manager, other.employee, newManager];
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));

interface Planted {
  series: Series;
  shared: string;
  hidden: string;
}
let open: Planted;
let ended: Planted;

/** The employee's points, one of them their own alone, each with a note of theirs; and a note of the manager's. */
async function plant(): Promise<Planted> {
  const series = await startSeries(pair);
  const at = `/api/series/${series.id}`;
  expectStatus(200, await employee.patch(`${at}/agenda`, { version: 1, objective: 'Plan' }));
  const raise = async (shared: boolean) =>
    expectStatus(
      201,
      await employee.post(`${at}/talking-points`, { kind: 'topic', body: words('Mine').text, shared }),
    ).id;
  const planted = { series, shared: await raise(true), hidden: await raise(false) };
  const note = { body: words('Note').text, version: 0 };
  for (const id of [planted.shared, planted.hidden]) {
    expectStatus(200, await employee.put(`/api/talking-points/${id}/private-note`, note));
  }
  expectStatus(200, await manager.put(`/api/talking-points/${planted.shared}/private-note`, note));
  return planted;
}

beforeAll(async () => {
  await client.connect();
  ended = await plant();
  expectStatus(200, await manager.post(`/api/series/${ended.series.id}/ending`));
  open = await plant();
});
afterAll(() => client.end());

const as = sqlAs(client);

const expectNothing = sqlTouchesNothing(client);

const insertPoint = `
  insert into talking_point (id, series_id, author_id, kind, body, shared, rank, raised_at)
  values (gen_random_uuid(), $1, $2, 'topic', '{}', false, 1, now())`;
const insertNote = `
  insert into point_note (point_id, series_id, author_id, body, updated_at) values ($1, $2, $3, '{}', now())`;

describe('the database alone, of an agenda', () => {
  it.each([
    // table, manager, employee: rows of two series
    ['agenda', 2, 2],
    ['talking_point', 2, 4],
    ['point_note', 2, 4],
  ] as const)(
    'shows of %s each of the two exactly theirs, and nobody else anything',
    async (table, ...counts) => {
      const seen = [await as(manager, `select from ${table}`), await as(employee, `select from ${table}`)];
      expect(seen).toEqual(counts);
      for (const person of outsiders) expect(await as(person, `select from ${table}`), person.name).toBe(0);
    },
  );

  it('keeps a private point from the other, to read, to share, to move and to delete', async () => {
    for (const statement of [
      'select from talking_point where id = $1',
      'update talking_point set shared = true, shared_at = now() where id = $1',
      'update talking_point set rank = 0 where id = $1',
      'delete from talking_point where id = $1',
    ]) {
      await expectNothing(manager, statement, [open.hidden]);
      expect(await as(employee, statement, [open.hidden])).toBe(1);
    }
    await expectNothing(manager, insertNote, [open.hidden, open.series.id, manager.id]);
  });

  it('never takes back that a point is shared, and leaves its words to its author', async () => {
    const unshare = 'update talking_point set shared = false, shared_at = null where id = $1';
    for (const person of [manager, employee]) await expectNothing(person, unshare, [open.shared]);
    for (const change of [
      `body = '{"type": "doc"}'`,
      `kind = 'win'`,
      'recurring = true',
      'dropped_at = now()',
    ]) {
      const statement = `update talking_point set ${change} where id = $1`;
      await expectNothing(manager, statement, [open.shared]);
      expect(await as(employee, statement, [open.shared])).toBe(1);
    }
    const rank = 'update talking_point set rank = 7, later_until = null where id = $1';
    expect(await as(manager, rank, [open.shared])).toBe(1);
    await expectNothing(manager, 'delete from talking_point where id = $1', [open.shared]);
  });

  it('lets nobody raise a point or write a note in the name of somebody else', async () => {
    expect(await as(manager, insertPoint, [open.series.id, manager.id])).toBe(1);
    await expectNothing(manager, insertPoint, [open.series.id, employee.id]);
    await expectNothing(manager, insertNote, [open.shared, open.series.id, employee.id]);
    const theirs = `update point_note set body = '{}' where author_id = $1`;
    await expectNothing(manager, theirs, [employee.id]);
    for (const person of outsiders) {
      await expectNothing(person, insertPoint, [open.series.id, person.id]);
      await expectNothing(person, insertNote, [open.shared, open.series.id, person.id]);
    }
  });

  it('lets each tick off and mark ready in their own name alone', async () => {
    const tick = 'update talking_point set discussed_at = now(), discussed_by = $2 where id = $1';
    expect(await as(manager, tick, [open.shared, manager.id])).toBe(1);
    await expectNothing(manager, tick, [open.shared, employee.id]);
    const ready = (side: string) => `update agenda set ${side}_ready_at = now() where series_id = $1`;
    expect(await as(manager, ready('manager'), [open.series.id])).toBe(1);
    await expectNothing(manager, ready('employee'), [open.series.id]);
    await expectNothing(employee, ready('manager'), [open.series.id]);
  });

  it('takes nothing more once the series has ended', async () => {
    for (const person of [manager, employee]) {
      await expectNothing(person, insertPoint, [ended.series.id, person.id]);
      await expectNothing(person, `update agenda set objective = 'x' where series_id = $1`, [
        ended.series.id,
      ]);
      await expectNothing(person, 'update talking_point set rank = 1 where id = $1', [ended.shared]);
      await expectNothing(person, 'delete from talking_point where id = $1', [ended.shared]);
      await expectNothing(person, `update point_note set body = '{}' where series_id = $1`, [
        ended.series.id,
      ]);
      await expectNothing(person, 'delete from point_note where series_id = $1', [ended.series.id]);
    }
  });

  it('gives jobs no word of it: whether there is an objective, and no more', async () => {
    const worker = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'worker'));
    await worker.connect();
    const answers = [
      'select has_objective from agenda',
      'select objective from agenda',
      'select from talking_point',
    ];
    const seen: unknown[] = [];
    for (const statement of answers) {
      seen.push(
        await worker.query(statement).then(
          ({ rowCount }) => rowCount,
          () => 'refused',
        ),
      );
    }
    expect(seen).toEqual([2, 'refused', 'refused']);
    await worker.end();
  });

  it.each(['agenda', 'talking_point', 'point_note'])(
    'without the policies of %s would show it: the test sees what it looks for',
    async (table) => {
      await openPolicies(test.database.owner, [table]);
      expect(Number(await as(admin, `select from ${table}`))).toBeGreaterThan(0);
    },
  );
});
