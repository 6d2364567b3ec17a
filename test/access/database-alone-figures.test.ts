import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { testApp } from '../support/test-app.ts';
import type { TestPerson } from '../support/test-app.ts';
import { numbersWorld, on } from './numbers-world.ts';

const test = await testApp();
const { people, personId, kpiId } = await numbersWorld(test);
const { manager, person, admin } = people;
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
beforeAll(async () => client.connect());
afterAll(() => client.end());

type Statement = [text: string, values: unknown[]];

/** With plain SQL in one transaction that stays, in the name of somebody; why it was refused, or nothing. */
async function done(somebody: TestPerson, ...statements: Statement[]): Promise<string | null> {
  await client.query('begin');
  try {
    await client.query('select from app.begin_request($1)', [somebody.token]);
    for (const [text, values] of statements) await client.query(text, values);
    await client.query('commit');
    return null;
  } catch (error) {
    await client.query('rollback');
    return error instanceof Error ? error.message : String(error);
  }
}

/** A record that waits for approval, and what approves it by hand. */
async function waiting() {
  const measure = { kpiId, period: 'month', which: 'current', compareWith: 'previous' };
  const items = [
    { kind: 'kpi', prompt: 'Calls', measure },
    { kind: 'kpi', prompt: 'Not chosen', measure: { ...measure, kpiId: null } },
  ];
  const sections = [{ title: 'One', items }];
  const template = expectStatus(201, await manager.post('/api/templates', { title: 'Numbers', sections }));
  const body = { employeeId: personId, templateId: template.id, heldOn: on };
  const { id, sections: made } = expectStatus(201, await manager.post('/api/one-on-ones', body));
  const at = `/api/one-on-ones/${id}`;
  const { version } = expectStatus(200, await manager.post(`${at}/approval-request`));
  const [shown] = expectStatus(200, await person.get(`${at}/figures`)).items;
  const [item, unchosen] = made[0].items;
  const keep = (itemId: string): Statement => [
    'insert into item_figures (item_id, one_on_one_id, figures) values ($1, $2, $3)',
    [itemId, id, shown.figures],
  ];
  const approve: Statement = [
    `insert into approval (one_on_one_id, at, by_id, version, digest) values ($1, now(), $2, $3, '')`,
    [id, personId, version],
  ];
  const end: Statement = [
    `update one_on_one set state = 'approved', version = version + 1 where id = $1`,
    [id],
  ];
  return { at, version, item, unchosen, keep, approve, end };
}

const notThese = 'these are not the numbers of the record';

describe('the database alone, of an approval', () => {
  it('takes none without the figures of the record', async () => {
    const { approve, end } = await waiting();
    expect(await done(person, approve, end)).toBe(notThese);
  });

  it('takes none with figures of before the numbers moved', async () => {
    const { item, keep, approve, end } = await waiting();
    await client.query('begin');
    await client.query('select from app.begin_request($1)', [person.token]);
    await client.query(...keep(item.id));
    const readings = [{ kpiId, personId, on: '2026-11-03', value: 5 }];
    expectStatus(200, await manager.post('/api/kpi-readings', { readings }));
    await expect(client.query(...approve)).rejects.toThrow(notThese);
    await client.query('rollback');
    const now = await waiting();
    expect(await done(person, now.keep(now.item.id), now.approve, now.end)).toBeNull();
    expect(await done(person, keep(item.id), approve, end)).toBe(notThese);
  });

  it('keeps no figures that no approval comes with, to stand in its way', async () => {
    const { at, version, item, keep } = await waiting();
    expect(await done(person, keep(item.id))).toBe('figures are kept when the record is approved');
    const { mark } = expectStatus(200, await person.get(`${at}/figures`));
    expectStatus(200, await person.post(`${at}/approval`, { version, figures: mark }));
  });

  it('keeps none after it, which nobody looks at', async () => {
    const { item, unchosen, keep, approve, end } = await waiting();
    expect(await done(person, keep(item.id), approve, keep(unchosen.id), end)).toContain(
      'row-level security',
    );
  });
});

it('the database alone notes who gave a target back as who removed the other, whatever a setting says', async () => {
  const body = { kpiId, personId, period: 'quarter', value: 20 };
  expectStatus(201, await manager.post('/api/targets', { ...body, from: '2026-01-01' }));
  const next = expectStatus(201, await manager.post('/api/targets', { ...body, from: '2026-04-01' }));
  const forged: Statement = [`select set_config('app.target_set_by', $1, true)`, [admin.id]];
  expect(await done(manager, forged, ['delete from target where id = $1', [next.id]])).toBeNull();
  const { history } = expectStatus(200, await person.get(`/api/targets?personId=${personId}&kpiId=${kpiId}`));
  expect(history[0]).toMatchObject({ what: 'changed', to: null, by: { id: manager.id } });
});
