import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { sqlAs, sqlTouchesNothing } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';
import { numbersWorld, on, viewers } from './numbers-world.ts';
import type { Viewer } from './numbers-world.ts';

const test = await testApp();
const world = await numbersWorld(test);
// A second company within the first: what is theirs must not be seen from here, nor the other way round.
const elsewhere = await numbersWorld(test);
const { people, personId, kpiId, targetId, teamTargetId } = world;
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
beforeAll(async () => client.connect());
afterAll(() => client.end());

const as = sqlAs(client);
const expectNothing = sqlTouchesNothing(client);
const others = (...allowed: Viewer[]) => viewers.filter((viewer) => !allowed.includes(viewer));
const seers: Viewer[] = ['person', 'manager', 'manager of another team of theirs', 'admin'];
const changers: Viewer[] = ['manager', 'manager of another team of theirs', 'admin'];

describe('the database alone, of numbers', () => {
  it.each([
    ['reading', 'select from reading where person_id = $1', seers],
    ['target', 'select from target where person_id = $1', seers],
    ['target_change', 'select from target_change where person_id = $1', seers],
  ] as const)(
    'shows a %s to the person, their managers and admins, and to nobody else',
    async (_, statement, allowed) => {
      for (const viewer of allowed) expect(await as(people[viewer], statement, [personId]), viewer).toBe(1);
      for (const viewer of others(...allowed)) await expectNothing(people[viewer], statement, [personId]);
      await expectNothing(elsewhere.people.manager, statement, [personId]);
      expect(await as(null, statement, [personId])).toBe(0);
    },
  );

  it('shows a team’s target to its members and to whoever sees the numbers of one', async () => {
    const statement = 'select from target where id = $1';
    for (const viewer of [...seers, 'colleague'] as Viewer[]) {
      expect(await as(people[viewer], statement, [teamTargetId]), viewer).toBe(1);
    }
    for (const viewer of others(...seers, 'colleague')) {
      await expectNothing(people[viewer], statement, [teamTargetId]);
    }
  });

  it('lets functions tell no more than the tables do', async () => {
    for (const statement of [
      'select from app.targets_binding($1)',
      'select from app.teams_of($1)',
      'select from app.working_days_of($1) d where d is not null',
      'select where app.sees_numbers_of($1)',
    ]) {
      for (const viewer of others(...seers)) await expectNothing(people[viewer], statement, [personId]);
      expect(await as(people.person, statement, [personId]), statement).toBeGreaterThan(0);
    }
    const team = 'select where app.team_name($1) is not null';
    await expectNothing(people.stranger, team, [world.teamId]);
    await expectNothing(people.stranger, 'select from app.members_of_my_team($1)', [world.teamId]);
    const find = 'select from app.find_people_for_readings(array[$1])';
    for (const viewer of others(...changers)) await expectNothing(people[viewer], find, [personId]);
    expect(await as(people.manager, find, [personId])).toBe(1);
  });

  it('takes readings of somebody from their managers and admins alone', async () => {
    const record = `
      select from app.record_readings(array[$1]::uuid[], array[$2]::uuid[], array['2026-11-03']::date[], '{1}', 'form', now())`;
    for (const viewer of others(...changers)) {
      expect(await as(people[viewer], record, [kpiId, personId]), viewer).toBe('refused');
    }
    expect(await as(null, record, [kpiId, personId])).toBe('refused');
    expect(await as(people.manager, record, [kpiId, personId])).toBe(1);
    // Beside a row that is theirs to write, one that is not.
    const mixed = `
      select from app.record_readings(array[$1, $1]::uuid[], array[$2, $3]::uuid[], '{2026-11-03,2026-11-03}', '{1,1}', 'form', now())`;
    expect(await as(people.manager, mixed, [kpiId, personId, elsewhere.personId])).toBe('refused');
    const insert = `insert into reading values ($2, $1, '2026-11-03', 1, 'form', now())`;
    for (const viewer of viewers) expect(await as(people[viewer], insert, [kpiId, personId])).toBe('refused');
    for (const viewer of viewers) {
      expect(await as(people[viewer], 'update reading set value = 9 where person_id = $1', [personId])).toBe(
        'refused',
      );
    }
    const remove = 'delete from reading where person_id = $1';
    for (const viewer of others(...changers)) await expectNothing(people[viewer], remove, [personId]);
    expect(await as(people.manager, remove, [personId])).toBe(1);
  });

  it('lets nobody set, change or remove their own target, nor one of somebody they do not manage', async () => {
    const set = `
      insert into target (id, kpi_id, person_id, period, value, valid_from, set_by, set_at)
      values (gen_random_uuid(), $1, $2, 'day', 1, '2026-11-01', $3, now())`;
    for (const viewer of others(...changers)) {
      await expectNothing(people[viewer], set, [kpiId, personId, people[viewer].id]);
      await expectNothing(people[viewer], 'update target set value = 1, version = 2 where id = $1', [
        targetId,
      ]);
      await expectNothing(people[viewer], 'delete from target where id = $1', [targetId]);
      await expectNothing(people[viewer], 'delete from target where id = $1', [teamTargetId]);
    }
    expect(await as(people.manager, set, [kpiId, personId, people.manager.id])).toBe(1);
    // Nobody sets one in another's name.
    expect(await as(people.manager, set, [kpiId, personId, people.admin.id])).toBe('refused');
    const move = `update target set person_id = $2, version = 2 where id = $1`;
    expect(await as(people.manager, move, [targetId, elsewhere.personId])).toBe('refused');
    expect(await as(people.manager, 'update target set value = 1 where id = $1', [targetId])).toBe('refused');
    for (const statement of ['insert into target_change default values', 'delete from target_change']) {
      for (const viewer of viewers) expect(await as(people[viewer], statement)).toBe('refused');
    }
  });

  it('lets admins alone define KPIs, and nobody delete one', async () => {
    const define = `
      insert into kpi (id, name, unit, direction, aggregation, created_at, updated_at)
      values (gen_random_uuid(), 'Mine', 'number', 'higher', 'sum', now(), now())`;
    for (const viewer of others('admin')) {
      await expectNothing(people[viewer], define);
      await expectNothing(people[viewer], `update kpi set name = 'Mine' where id = $1`, [kpiId]);
    }
    expect(await as(people.admin, define)).toBe(1);
    for (const viewer of viewers) expect(await as(people[viewer], 'delete from kpi')).toBe('refused');
    expect(await as(null, 'select from kpi')).toBe(0);
  });
});

describe('the database alone, of access tokens', () => {
  const make = `
    insert into access_token (id, person_id, name, scope, token_hash, created_by, created_at)
    values (gen_random_uuid(), $1, 'Mine', 'kpi-readings:write', sha256('x'), $1, now())`;

  it('lets admins alone make them, for themselves, and nobody read a hash', async () => {
    for (const viewer of others('admin')) {
      await expectNothing(people[viewer], make, [people[viewer].id]);
      await expectNothing(people[viewer], 'select id from access_token');
      await expectNothing(people[viewer], 'select id from service_account');
    }
    expect(await as(people.admin, make, [people.admin.id])).toBe(1);
    await expectNothing(people.admin, make, [elsewhere.people.admin.id]);
    for (const viewer of viewers) {
      expect(await as(people[viewer], 'select token_hash from access_token')).toBe('refused');
    }
  });

  it('revokes for good', async () => {
    const { accessToken } = expectStatus(
      201,
      await people.admin.post('/api/access-tokens', { name: 'Mine' }),
    );
    await expectNothing(elsewhere.people.admin, 'select id from access_token where id = $1', [
      accessToken.id,
    ]);
    const revoke = 'update access_token set revoked_at = now() where id = $1';
    await expectNothing(elsewhere.people.admin, revoke, [accessToken.id]);
    expect(await as(people.admin, revoke, [accessToken.id])).toBe(1);
    expectStatus(204, await people.admin.delete(`/api/access-tokens/${accessToken.id}`));
    const restore = 'update access_token set revoked_at = null where id = $1';
    await expectNothing(people.admin, restore, [accessToken.id]);
  });

  it('let a program record readings, and read nothing at all', async () => {
    const { token } = expectStatus(201, await people.admin.post('/api/access-tokens', { name: 'Loader' }));
    const asProgram = async (statement: string, values: unknown[] = []) => {
      await client.query('begin');
      await client.query('select app.begin_token($1, now())', [token]);
      const answer = await client.query(statement, values).then(
        ({ rowCount }) => rowCount ?? 0,
        () => 'refused' as const,
      );
      await client.query('rollback');
      return answer;
    };
    const { rows } = await client.query<{ name: string }>(`
      select c.relname as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_any_column_privilege(c.oid, 'select')
       order by 1`);
    expect(rows.length).toBeGreaterThan(30);
    for (const { name } of rows)
      expect([0, 'refused'], name).toContain(await asProgram(`select from ${name}`));
    const record = `
      select from app.record_readings(array[$1]::uuid[], array[$2]::uuid[], array['2026-11-03']::date[], '{1}', 'api', now())`;
    expect(await asProgram(record, [kpiId, personId])).toBe(1);
    expect(await asProgram('delete from reading')).toBe(0);
    expect(await asProgram('select from app.targets_binding($1)', [personId])).toBe(0);
  });

  it('are nothing when the setting is forged', async () => {
    await client.query('begin');
    await client.query(`select set_config('app.access_token', 'dlg_forged', true)`);
    const { rows } = await client.query<{ may: boolean }>('select app.may_load_readings() as may');
    await client.query('rollback');
    expect(rows[0]?.may).toBe(false);
  });
});

describe('the database alone, of numbers in a record', () => {
  it('tells what they are worked out from to its readers alone, and freezes them for the employee at approval alone', async () => {
    const { manager, person, participant, admin, stranger, 'other manager': other } = people;
    const measure = { kpiId, period: 'month', which: 'current', compareWith: 'none' };
    const template = expectStatus(
      201,
      await manager.post('/api/templates', {
        title: 'Numbers',
        sections: [
          {
            title: 'One',
            items: [
              { kind: 'target', prompt: 'Calls', measure },
              { kind: 'kpi', prompt: 'Not chosen', measure: { ...measure, kpiId: null } },
            ],
          },
        ],
      }),
    );
    const body = { employeeId: personId, templateId: template.id, heldOn: on };
    const draft = expectStatus(201, await manager.post('/api/one-on-ones', body));
    const at = `/api/one-on-ones/${draft.id}`;
    const [item, unchosen] = draft.sections[0].items;
    const measured = 'select from app.measured_in($1)';
    expect(await as(manager, measured, [draft.id])).toBe(1);
    for (const somebody of [person, participant, admin, stranger, other]) {
      expect(await as(somebody, measured, [draft.id]), somebody.name).toBe(0);
    }
    expectStatus(200, await manager.put(`${at}/participants/${participant.id}`));
    const answer = { target: { value: 1, from: '2026-12-01' } };
    expectStatus(200, await manager.put(`${at}/items/${item.id}/answer`, { answer, version: 0 }));
    expectStatus(200, await manager.post(`${at}/sharing`));
    for (const reader of [manager, person, participant]) {
      expect(await as(reader, measured, [draft.id]), reader.name).toBe(1);
    }
    for (const somebody of [admin, stranger, other]) {
      expect(await as(somebody, measured, [draft.id]), somebody.name).toBe(0);
    }
    const [shown] = expectStatus(200, await person.get(`${at}/figures`)).items;
    // They are looked at when the approval is given.
    const freeze = `
      with kept as (insert into item_figures (item_id, one_on_one_id, figures) values ($1, $2, $3))
      insert into approval (one_on_one_id, at, by_id, version, digest)
      select $2, now(), o.employee_id, o.version, '' from one_on_one o where o.id = $2`;
    const right = [item.id, draft.id, shown.figures];
    for (const somebody of [manager, person, participant, admin]) {
      await expectNothing(somebody, freeze, right);
    }
    const pending = expectStatus(200, await manager.post(`${at}/approval-request`));
    for (const somebody of [manager, participant, admin]) {
      await expectNothing(somebody, freeze, right);
    }
    expect(await as(person, freeze, right)).toBe(1);
    // Nor do they freeze what was not read.
    const { kpi, target, trend } = shown.figures;
    const [first, ...later] = trend;
    for (const wrong of [
      { value: 99 },
      { value: null },
      { readings: 99 },
      { target: { ...target, value: 1 } },
      { target: null },
      { kpi: { ...kpi, direction: 'lower' } },
      { kpi: { ...kpi, name: 'Another' } },
      { period: 'week' },
      { endsOn: '2026-12-31' },
      { trend: [] },
      { trend: [{ ...first, value: 99 }, ...later] },
      { trend: [{ ...first, target: 99 }, ...later] },
      { trend: later },
      { trend: trend.slice(-1) },
      { trend: [first, ...trend] },
      { trend: [...trend.slice(0, -1).toReversed(), trend.at(-1)] },
      { compared: { with: 'previous', startsOn: '2026-10-01', value: null } },
      { target: { ...target, of: 'team' } },
      { value: String(shown.figures.value) },
      { asOf: '2020-01-01' },
      { state: 'splendid' },
      { expected: null },
      { words: 'said by nobody' },
    ]) {
      const figures = { ...shown.figures, ...wrong };
      expect(await as(person, freeze, [item.id, draft.id, figures]), JSON.stringify(wrong)).toBe('refused');
    }
    expect(await as(person, freeze, [item.id, draft.id, {}])).toBe('refused');
    expect(await as(person, freeze, [unchosen.id, draft.id, shown.figures])).toBe('refused');
    // Before there is an approval nothing takes effect, whoever asks.
    const take = 'select where app.take_up_targets($1, now()) > 0';
    for (const somebody of [manager, person, participant, admin]) {
      expect(await as(somebody, take, [draft.id]), somebody.name).toBe(0);
    }
    const { mark } = expectStatus(200, await person.get(`${at}/figures`));
    expectStatus(200, await person.post(`${at}/approval`, { version: pending.version, figures: mark }));
    for (const statement of [
      `update item_figures set figures = '{}' where item_id = $1`,
      'delete from item_figures where item_id = $1',
    ]) {
      for (const somebody of [manager, person, participant])
        await expectNothing(somebody, statement, [item.id]);
    }
    const kept = 'select from item_figures where one_on_one_id = $1';
    for (const reader of [manager, person, participant]) expect(await as(reader, kept, [draft.id])).toBe(1);
    for (const somebody of [admin, stranger, other]) expect(await as(somebody, kept, [draft.id])).toBe(0);
    // Once approved, it does not take effect a second time.
    for (const somebody of [manager, person]) expect(await as(somebody, take, [draft.id])).toBe(0);
  });
});
