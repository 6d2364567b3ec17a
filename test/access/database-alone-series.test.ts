import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, words } from '../support/pair.ts';
import { startSeries } from '../support/series.ts';
import { sqlAs } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
const former = await addPair(test, 'Former Manager', 'Another Employee');
const admin = await test.addPerson('Ada Lind', { admin: true });
const newManager = await test.addPerson('New Manager');
await test.addTeam('Beside', [newManager], [pair.employee]);
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
let seriesId = '';
let recordId = '';
let formerId = '';
let moodId = '';

const tables = [
  'series',
  'meeting',
  'agenda',
  'talking_point',
  'point_note',
  'preparation',
  'meeting_record',
];

beforeAll(async () => {
  await client.connect();
  const rich = words('Words').text;
  for (const two of [pair, former]) {
    const series = await startSeries(two, { templateId: weekly.id });
    const url = `/api/series/${series.id}`;
    for (const person of [two.manager, two.employee]) {
      for (const shared of [true, false]) {
        const body = { kind: 'topic', body: rich, shared };
        const { id } = expectStatus(201, await person.post(`${url}/talking-points`, body));
        const note = { body: rich, version: 0 };
        expectStatus(200, await person.put(`/api/talking-points/${id}/private-note`, note));
      }
    }
    const { asked } = expectStatus(200, await two.employee.get(`${url}/preparation`));
    const body = { update: { wentWell: rich }, answers: { [asked[0].itemId]: { value: 4 } }, version: 0 };
    expectStatus(200, await two.employee.put(`${url}/preparation`, body));
    expectStatus(200, await two.employee.post(`${url}/preparation/sending`, { version: 1 }));
    const { oneOnOneId } = expectStatus(201, await two.manager.post(`${url}/start`, {}));
    const second = { update: { wentWell: rich }, answers: {}, version: 0 };
    expectStatus(200, await two.employee.put(`${url}/preparation`, second));
    if (two === pair) {
      [seriesId, recordId, moodId] = [series.id, oneOnOneId, asked[0].itemId];
    } else formerId = series.id;
  }
  await asOwner(test.database.owner, (db) =>
    db.run(build.deleteFrom('team_manager').where('person_id', '=', former.manager.id)),
  );
});
afterAll(() => client.end());

const as = sqlAs(client);

describe('the database alone, of series', () => {
  it.each([
    ['the manager', pair.manager, [1, 1, 1, 3, 2, 1, 1]],
    // The draft behind the meeting does not exist for the employee; what is unsent is theirs alone.
    ['the employee', pair.employee, [1, 1, 1, 3, 2, 2, 0]],
    ['a former manager', former.manager, [1, 1, 1, 3, 2, 1, 1]],
    ['an admin', admin, [0, 0, 0, 0, 0, 0, 0]],
    ['another manager', other.manager, [0, 0, 0, 0, 0, 0, 0]],
    ['the new manager of the employee', newManager, [0, 0, 0, 0, 0, 0, 0]],
  ] as const)('shows %s what is theirs', async (_, person, counts) => {
    const seen = [];
    for (const table of tables) seen.push(await as(person, `select from ${table}`));
    expect(seen).toEqual(counts);
  });

  it('shows nobody anything without an identity', async () => {
    for (const table of tables) expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
  });

  it.each([
    ['unshares a point', `update talking_point set shared = false, shared_at = null where shared`],
    ['rewords a point of the other', `update talking_point set body = '{}' where author_id <> $1 and shared`],
    ['drops a point of the other', `update talking_point set dropped_at = now() where author_id <> $1`],
    ['speaks for the other', `update talking_point set author_id = $1 where author_id <> $1`],
    [
      'moves when a point was shared',
      `update talking_point set shared_at = now() - interval '9 days' where shared`,
    ],
    [
      'ticks off in the name of the other',
      `update talking_point set discussed_at = now(), discussed_by = author_id where author_id <> $1 and shared`,
    ],
    ['takes a point away', `delete from talking_point where author_id <> $1`],
    ['changes a note of the other', `update point_note set body = '{}' where author_id <> $1`],
    ['gives a series to others', `update series set employee_id = $1`],
    ['moves a held meeting', `update meeting set starts_at = now(), changed_by = $1 where status = 'held'`],
    ['forgets a held meeting', `delete from meeting where status = 'held'`],
    [
      'says a held meeting was not held',
      `update meeting set status = 'planned', held_at = null, ended_at = null, changed_by = $1 where status = 'held'`,
    ],
    ['gives back what was used', `update preparation set used_at = null where used_at is not null`],
    ['changes what was used', `update preparation set update = '{}' where used_at is not null`],
  ])('nobody of the two %s', async (_, statement) => {
    for (const person of [pair.manager, pair.employee]) {
      const values = statement.includes('$1') ? [person.id] : [];
      expect([0, 'refused'], person.name).toContain(await as(person, statement, values));
    }
  });

  it('lets no manager put words into the employee’s mouth', async () => {
    const insert = `
      insert into item (id, one_on_one_id, section_id, position, kind, prompt, options, source_item_id, answer,
                        answered_by, from_employee)
      select gen_random_uuid(), $1, s.id, 9, 'mood', 'Forged', null, $2, '{"value": 1}', 'employee', true
        from section s where s.one_on_one_id = $1 limit 1`;
    expect(await as(pair.manager, insert, [recordId, moodId])).toBe('refused');
    const update = `
      insert into item (id, one_on_one_id, section_id, position, kind, prompt, options, source_item_id, answer,
                        from_employee, given)
      select gen_random_uuid(), $1, s.id, 9, 'update', 'Forged', null, null, null, true, '{"wentWell": {}}'
        from section s where s.one_on_one_id = $1 limit 1`;
    expect(await as(pair.manager, update, [recordId])).toBe('refused');
    for (const change of [
      `update item set answer = '{"value": 1}' where from_employee and kind = 'mood'`,
      `update item set given = null where from_employee`,
      `update item set from_employee = false where from_employee`,
      `update preparation set sent_at = now(), used_at = now() where sent_at is null`,
      `update preparation set update = '{}'`,
    ]) {
      expect([0, 'refused'], change).toContain(await as(pair.manager, change));
    }
    const honest = `update item set version = version + 1, answer_plain = 'x' where from_employee`;
    expect(await as(pair.manager, honest)).toBe(2);
  });

  it('lets the manager alone begin or end a meeting', async () => {
    const begin = `
      insert into meeting (id, series_id, slot_at, starts_at, minutes, status, held_at, changed_at, changed_by)
      values (gen_random_uuid(), $1, now(), now(), 30, 'held', now(), now(), $2)`;
    expect(await as(pair.employee, begin, [seriesId, pair.employee.id])).toBe('refused');
    expect(await as(pair.manager, begin, [seriesId, pair.manager.id])).toBe(1);
    const end = `update meeting set ended_at = now(), changed_by = $2 where series_id = $1 and status = 'held'`;
    expect(await as(pair.employee, end, [seriesId, pair.employee.id])).toBe('refused');
    expect(await as(pair.manager, end, [seriesId, pair.manager.id])).toBe(1);
  });

  it('asks out of no template that the manager of the series may not use', async () => {
    const items = [{ kind: 'mood', prompt: 'Not for Maya', answeredBy: 'employee' }];
    const body = { title: 'Of Omar alone', sections: [{ title: 'One', items }] };
    const { id } = expectStatus(201, await other.manager.post('/api/templates', body));
    await client.query('begin');
    await client.query('select from app.begin_request($1)', [pair.manager.token]);
    await client.query('update series set template_id = $2 where id = $1', [seriesId, id]);
    const { rows } = await client.query('select prompt from app.asked_before_meeting($1)', [seriesId]);
    await client.query('rollback');
    expect(rows).toEqual([]);
  });

  it('lets a pair that is none any more write nothing', async () => {
    for (const person of [former.manager, former.employee]) {
      for (const statement of [
        `update series set place = 'x'`,
        `update agenda set objective = 'x' where series_id = $1`,
        `update talking_point set rank = 1 where series_id = $1`,
        `insert into talking_point (id, series_id, author_id, kind, body, shared, rank, raised_at)
         values (gen_random_uuid(), $1, '${person.id}', 'topic', '{}', false, 1, now())`,
        `insert into meeting (id, series_id, slot_at, starts_at, minutes, changed_at)
         values (gen_random_uuid(), $1, now(), now(), 30, now())`,
        `update preparation set update = '{}' where series_id = $1`,
      ]) {
        const values = statement.includes('$1') ? [formerId] : [];
        expect([0, 'refused'], `${person.name}: ${statement}`).toContain(await as(person, statement, values));
      }
    }
  });

  it('lets somebody beside them write nothing into their series', async () => {
    for (const person of [admin, other.manager, newManager]) {
      for (const statement of [
        `insert into talking_point (id, series_id, author_id, kind, body, shared, shared_at, rank, raised_at)
         values (gen_random_uuid(), $1, '${person.id}', 'topic', '{}', true, now(), 1, now())`,
        `insert into meeting (id, series_id, slot_at, starts_at, minutes, changed_at, changed_by)
         values (gen_random_uuid(), $1, now(), now(), 30, now(), '${person.id}')`,
        `insert into preparation (id, series_id, employee_id, created_at, updated_at)
         values (gen_random_uuid(), $1, '${person.id}', now(), now())`,
        `insert into meeting_record (meeting_id, series_id, one_on_one_id)
         select m.id, $1, '${recordId}' from meeting m where m.series_id = $1`,
        `insert into notice (id, kind, recipient_id, actor_id, series_id, at)
         values (gen_random_uuid(), 'meeting.moved', '${pair.employee.id}', '${person.id}', $1, now())`,
      ]) {
        expect([0, 'refused'], statement).toContain(await as(person, statement, [seriesId]));
      }
    }
  });
});
