import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { startSeries } from '../support/series.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const worker = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'worker'));
beforeAll(async () => {
  await worker.connect();
  const { id } = await oneOnOneIn(pair, 'active');
  const body = { text: 'Secret words' };
  expectStatus(201, await pair.manager.post(`/api/one-on-ones/${id}/action-items`, body));
});
afterAll(() => worker.end());

describe('the role of the jobs', () => {
  it('sees that something is due, and whose it is', async () => {
    const { rows } = await worker.query('select owner_id, due_on from action_item');
    expect(rows).toEqual([expect.objectContaining({ owner_id: pair.employee.id })]);
  });

  it('sees where the two meet: it stands in the invitation that it writes to them, and nowhere else', async () => {
    await startSeries(pair, { place: 'Room 7' });
    const { rows } = await worker.query('select place from series');
    expect(rows).toEqual([{ place: 'Room 7' }]);
  });

  it.each([
    'select text from action_item',
    'select dropped_reason from action_item',
    'select title from one_on_one',
    'select manager_id, employee_id from one_on_one',
    'select answer from item',
    'select body from comment',
    'select body from addendum',
    'select body from private_note',
    'select name from file',
    'update action_item set done_at = now()',
    'delete from action_item',
    `insert into notice (id, kind, recipient_id, at) values (gen_random_uuid(), 'x', '${pair.employee.id}', now())`,
    'delete from notice',
    'delete from session',
    'select person_id from export_job',
    'delete from export_job',
    `select from app.begin_grant('x')`,
    'insert into reminder_sent values (gen_random_uuid(), now(), true)',
    'select manager_prepares from series',
    'select employee_prepares from series',
    'select reason from meeting',
    'select objective from agenda',
    'select topics from agenda',
    'select body from talking_point',
    'select body from point_note',
    'select update from preparation',
    'select answers from preparation',
    'select token_hash from calendar_feed',
    'update series set look_at = now()',
    'insert into meeting_reminder values (gen_random_uuid(), now(), gen_random_uuid(), $$x$$, gen_random_uuid(), now())',
    `select app.feed_of(sha256('x'))`,
  ])('may not: %s', async (statement) => {
    await expect(worker.query(statement)).rejects.toThrow('permission denied');
  });
});
