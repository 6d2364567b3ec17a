import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../../../../test/support/pair.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;
const petra = await test.addPerson('Petra Vos');

it('adds to what was approved, dated and signed, for every reader, and leaves the approval as it is', async () => {
  const record = await oneOnOneIn(pair, 'approved', ({ id }) => addParticipant(maya, id, petra));
  const at = `/api/one-on-ones/${record.id}`;
  const first = expectStatus(201, await eli.post(`${at}/addenda`, words('I moved teams since.')));
  expect(first).toMatchObject({ author: { id: eli.id, name: eli.name }, ...words('I moved teams since.') });
  expectStatus(201, await maya.post(`${at}/addenda`, words('Agreed.')));
  for (const person of [maya, eli, petra]) {
    const { items } = expectStatus(200, await person.get(`${at}/addenda`));
    expect(items.map((one: { author: { name: string } }) => one.author.name)).toEqual([eli.name, maya.name]);
    expect(items[0]).toEqual(first);
  }
  expect((await petra.post(`${at}/addenda`, words('Me too.'))).status).toBe(403);
  const now = expectStatus(200, await maya.get(at));
  expect([now.version, now.approval.digest]).toEqual([record.version, record.approval?.digest]);
  const { items } = expectStatus(200, await petra.get(`${at}/events`));
  expect(items.slice(0, 2).map((event: { kind: string }) => event.kind)).toEqual([
    'addendum_added',
    'addendum_added',
  ]);
  const told = await asOwner(test.database.owner, (db) =>
    db.all(sql<{ recipient_id: string }>`
      select recipient_id from notice
       where one_on_one_id = ${record.id} and kind = 'one-on-one.addendum-added' order by at, id`),
  );
  expect(told.map((notice) => notice.recipient_id)).toEqual([maya.id, eli.id]);
});

it('is for approved records, and says something', async () => {
  const open = await oneOnOneIn(pair, 'pending_approval');
  expect((await eli.post(`/api/one-on-ones/${open.id}/addenda`, words('Early'))).body.code).toBe(
    'wrong_state',
  );
  const { id } = await oneOnOneIn(pair, 'approved');
  const empty = await eli.post(`/api/one-on-ones/${id}/addenda`, { text: { type: 'doc', content: [] } });
  expect(empty.status).toBe(422);
});

it('can be changed and removed by nobody, for the role that serves requests has no such grant', async () => {
  const { id } = await oneOnOneIn(pair, 'approved');
  expectStatus(201, await eli.post(`/api/one-on-ones/${id}/addenda`, words('For ever.')));
  const grants = await asOwner(test.database.owner, (db) =>
    db.all(sql<{ privilege_type: string }>`
      select distinct privilege_type from information_schema.role_table_grants
       where table_name = 'addendum' and grantee like '%web' order by 1`),
  );
  expect(grants.map((grant) => grant.privilege_type)).toEqual(['INSERT', 'SELECT']);
});
