import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
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
  ])('may not: %s', async (statement) => {
    await expect(worker.query(statement)).rejects.toThrow('permission denied');
  });
});
