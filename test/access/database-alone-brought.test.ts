import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weekly } from '../../src/features/templates/domain/library/weekly.ts';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, words } from '../support/pair.ts';
import { startSeries } from '../support/series.ts';
import { sqlAs } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
let recordId = '';
const ids = { shared: '', private: '', promise: '' };
const body = words('Two quiet hours').text;

beforeAll(async () => {
  await client.connect();
  const { manager, employee } = pair;
  const url = `/api/series/${(await startSeries(pair, { templateId: weekly.id })).id}`;
  for (const shared of [true, false]) {
    const point = { kind: 'topic', body, shared };
    const { id } = expectStatus(201, await employee.post(`${url}/talking-points`, point));
    ids[shared ? 'shared' : 'private'] = id;
  }
  const { asked } = expectStatus(200, await employee.get(`${url}/preparation`));
  const sent = { update: { wentWell: body }, answers: { [asked[0].itemId]: { value: 4 } }, version: 0 };
  expectStatus(200, await employee.put(`${url}/preparation`, sent));
  expectStatus(200, await employee.post(`${url}/preparation/sending`, { version: 1 }));
  recordId = expectStatus(201, await manager.post(`${url}/start`, {})).oneOnOneId;
  const promise = { text: 'Ask finance' };
  ids.promise = expectStatus(
    201,
    await manager.post(`/api/one-on-ones/${recordId}/action-items`, promise),
  ).id;
});
afterAll(() => client.end());

const as = sqlAs(client);
const touched = async (statement: string, values?: unknown[]) => as(pair.manager, statement, values);

async function bringIn(kind: string, prompt: string, given: object): Promise<number | 'refused'> {
  const insert = `
    insert into item (id, one_on_one_id, section_id, position, kind, prompt, options, source_item_id, answer, given)
    select gen_random_uuid(), $1, s.id, 50, $2, $3, null, null, null, $4
      from section s where s.one_on_one_id = $1 limit 1`;
  return touched(insert, [recordId, kind, prompt, JSON.stringify(given)]);
}

describe('the database alone, of what a meeting brings in', () => {
  const point = (more: object = {}) => ({
    point: {
      id: ids.shared,
      kind: 'topic',
      authorId: pair.employee.id,
      body,
      raisedOn: '2026-11-20',
      ...more,
    },
  });
  const promise = (more: object = {}) => ({
    actionItem: { id: ids.promise, ownerId: pair.employee.id, dueOn: '2026-12-01', ...more },
  });

  it('takes a point that was raised, in its author’s words', async () => {
    expect(await bringIn('agenda', 'Two quiet hours', point())).toBe(1);
  });

  it.each([
    ['in other words', () => point({ body: words('I want to leave').text })],
    ['in the name of the other', () => point({ authorId: pair.manager.id })],
    ['that nobody raised', () => point({ id: crypto.randomUUID() })],
    ['that its author keeps to themselves', () => point({ id: ids.private })],
  ])('takes no point %s', async (_, given) => {
    expect(await bringIn('agenda', 'Two quiet hours', given())).toBe('refused');
  });

  it('takes a promise that was made, by whom it was made, and no other', async () => {
    expect(await bringIn('follow-up', 'Ask finance', promise())).toBe(1);
    expect(await bringIn('follow-up', 'Give up the bonus', promise())).toBe('refused');
    expect(await bringIn('follow-up', 'Ask finance', promise({ ownerId: pair.manager.id }))).toBe('refused');
    expect(await bringIn('follow-up', 'Ask finance', promise({ id: crypto.randomUUID() }))).toBe('refused');
  });

  it.each([
    ['rewords what was asked', `update item set prompt = 'Are you lazy?' where from_employee`],
    ['rewords a point', `update item set prompt = 'I want to leave' where given is not null`],
    ['gives the scale other words', `update item set options = '{"steps": 2}' where from_employee`],
    ['changes what was sent', `update item set given = '{"wentWell": {}}' where kind = 'update'`],
    [
      'turns an answer of their own into theirs',
      `update item set from_employee = true where kind = 'question'`,
    ],
  ])('nobody %s', async (_, statement) => {
    expect(await touched(statement)).toBe('refused');
  });

  it('lets the manager tick and note beside it', async () => {
    const tick = `update item set answer = '{"done": true}', version = version + 1 where kind = 'agenda'`;
    expect(await touched(tick)).toBe(1);
    const note = `update item set answer = $1, version = version + 1 where kind = 'update'`;
    expect(await touched(note, [JSON.stringify(words('Well done'))])).toBe(1);
  });
});
