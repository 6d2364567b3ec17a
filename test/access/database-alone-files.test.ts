import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { addParticipant } from '../support/participants.ts';
import { sendFile } from '../support/send-file.ts';
import { sqlAs } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';

const states = ['draft', 'active', 'pending_approval', 'approved'] as const;
const test = await testApp();
const pair = await addPair(test);
const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
const admin = await test.addPerson('Ada Lind', { admin: true });
const participant = await test.addPerson('Petra Vos');
const { owner, secretKey } = test.database;
const client = new pg.Client(roleConnection(owner, secretKey, 'web'));
const worker = new pg.Client(roleConnection(owner, secretKey, 'worker'));
const records: Record<string, { id: string; fileId: string }> = {};
const insert = `insert into file (id, one_on_one_id, name, size, type, sha256, added_by, added_at)
  values (gen_random_uuid(), $1, 'x', 1, 'x', repeat('0', 64), $2, now())`;

beforeAll(async () => {
  await client.connect();
  await worker.connect();
  for (const state of states) {
    await oneOnOneIn(pair, state, async ({ id }) => {
      await addParticipant(pair.manager, id, participant);
      const file = { name: 'secret.txt', content: 'a' };
      const sent = await sendFile(test, pair.manager, `/api/one-on-ones/${id}/files`, file);
      records[state] = { id, fileId: expectStatus(201, sent).id };
    });
  }
});
afterAll(async () => {
  await client.end();
  await worker.end();
});

const as = sqlAs(client);

describe('the database alone, of files', () => {
  it.each([
    ['the manager', pair.manager, 4],
    ['the employee', pair.employee, 3],
    ['a participant', participant, 3],
    ['an admin', admin, 0],
    ['another manager', other.manager, 0],
    ['nobody', null, 0],
  ] as const)('shows %s those of the records that they may read', async (_, person, count) => {
    expect(await as(person, 'select from file')).toBe(count);
  });

  it.each(states)('lets a one-on-one that is %s get and lose files by its manager alone', async (state) => {
    const record = records[state];
    const mayChange = state === 'draft' || state === 'active';
    for (const person of [pair.manager, pair.employee, participant, admin, other.manager]) {
      const may = mayChange && person === pair.manager;
      const removed = await as(person, 'delete from file where id = $1', [record?.fileId]);
      const added = await as(person, insert, [record?.id, person.id]);
      expect(may ? [1] : [0, 'refused'], `${person.name} removes`).toContain(removed);
      expect(may ? 1 : 'refused', `${person.name} adds`).toBe(added);
    }
    expect(await as(pair.manager, insert, [record?.id, pair.employee.id]), 'in another’s name').toBe(
      'refused',
    );
  });

  it('lets nobody change what a file is called or holds', async () => {
    for (const column of ['name', 'size', 'sha256', 'one_on_one_id']) {
      expect(await as(pair.manager, `update file set ${column} = ${column}`)).toBe('refused');
    }
  });

  it('tells the worker which ids belong to no file, and nothing of those that do', async () => {
    await expect(worker.query('select id from file')).rejects.toThrow('permission denied');
    const unknown = crypto.randomUUID();
    const { rows } = await worker.query('select id from app.files_left_over($1) as id', [
      [unknown, records['active']?.fileId, records['approved']?.fileId],
    ]);
    expect(rows).toEqual([{ id: unknown }]);
  });
});

describe('a planted fault', () => {
  it('in the policies of files lets an outsider reach them', async () => {
    await openPolicies(owner, ['file']);
    expect(await as(admin, 'select from file')).toBe(4);
  });
});
