import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../../../../test/support/pair.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;

const at = ({ id }: OneOnOne) => `/api/one-on-ones/${id}/comments`;
const itemOf = (record: OneOnOne, index = 1) => record.sections[0]?.items[index]?.id ?? '';
const on = (record: OneOnOne, text: string, index = 1) => ({ itemId: itemOf(record, index), ...words(text) });
const resolutionOf = (record: OneOnOne) =>
  `/api/one-on-ones/${record.id}/items/${itemOf(record)}/comments-resolution`;

describe('comments on an item', () => {
  it('are read by both, in the order they came, each changed by its author alone', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const first = expectStatus(201, await maya.post(at(record), on(record, 'First')));
    const second = expectStatus(201, await eli.post(at(record), on(record, 'Second')));
    const seen = expectStatus(200, await eli.get(at(record))).items;
    expect(seen.map((one: { id: string }) => one.id)).toEqual([first.id, second.id]);
    expect(seen.map((one: { abilities: object }) => one.abilities)).toEqual([
      { edit: false, delete: false },
      { edit: true, delete: true },
    ]);
    const change = { ...words('Better'), version: 1 };
    expect((await eli.patch(`${at(record)}/${first.id}`, change)).status).toBe(403);
    expect((await eli.delete(`${at(record)}/${first.id}`)).status).toBe(403);
    const changed = expectStatus(200, await maya.patch(`${at(record)}/${first.id}`, change));
    expect(changed).toMatchObject({ version: 2, text: words('Better').text });
    expect(changed.editedAt).not.toBeNull();
    const late = await maya.patch(`${at(record)}/${first.id}`, change);
    expect([late.status, late.body.current.version]).toEqual([409, 2]);
    expectStatus(204, await maya.delete(`${at(record)}/${first.id}`));
    expect(expectStatus(200, await maya.get(at(record))).items).toHaveLength(1);
  });

  it('need words, an item of this record, and a record that is open', async () => {
    const record = await oneOnOneIn(pair, 'active');
    const other = await oneOnOneIn(pair, 'active');
    const empty = await maya.post(at(record), { itemId: itemOf(record), text: { type: 'doc', content: [] } });
    expect([empty.status, empty.body.errors[0].message]).toEqual([422, 'Write something first.']);
    expect((await maya.post(at(record), on(other, 'Astray'))).status).toBe(404);
    const mine = expectStatus(201, await maya.post(at(record), on(record, 'Here')));
    expect((await maya.patch(`${at(other)}/${mine.id}`, { ...words('x'), version: 1 })).status).toBe(404);
  });

  it('stay readable in what was approved, and nobody adds, changes or removes one', async () => {
    const record = await oneOnOneIn(pair, 'pending_approval');
    const mine = expectStatus(201, await eli.post(at(record), on(record, 'Said in time')));
    const now = expectStatus(200, await eli.get(`/api/one-on-ones/${record.id}`));
    // Comments are beside the record: an approval of what was read stays possible.
    expect(now.version).toBe(record.version);
    expectStatus(200, await eli.post(`/api/one-on-ones/${record.id}/approval`, { version: record.version }));
    const { items } = expectStatus(200, await maya.get(at(record)));
    expect(items[0].text).toEqual(words('Said in time').text);
    for (const answer of [
      await eli.post(at(record), on(record, 'Late')),
      await eli.patch(`${at(record)}/${mine.id}`, { ...words('Other'), version: 1 }),
      await eli.delete(`${at(record)}/${mine.id}`),
      await eli.put(resolutionOf(record)),
    ]) {
      expect(answer.status).toBe(409);
    }
  });

  it('go with their item', async () => {
    const record = await oneOnOneIn(pair, 'active');
    expectStatus(201, await eli.post(at(record), on(record, 'Gone soon')));
    expectStatus(200, await maya.delete(`/api/one-on-ones/${record.id}/items/${itemOf(record)}`));
    expect(expectStatus(200, await eli.get(at(record))).items).toEqual([]);
  });
});

describe('a thread', () => {
  it('is resolved by either, opened again by either, and by a new comment', async () => {
    const record = await oneOnOneIn(pair, 'active');
    expectStatus(201, await maya.post(at(record), on(record, 'Question')));
    const resolved = async () => expectStatus(200, await maya.get(at(record))).resolved;
    expectStatus(204, await eli.put(resolutionOf(record)));
    expectStatus(204, await eli.put(resolutionOf(record)));
    expect(await resolved()).toMatchObject([{ itemId: itemOf(record), by: { name: 'Eli Larsen' } }]);
    expectStatus(204, await maya.delete(resolutionOf(record)));
    expect(await resolved()).toEqual([]);
    expectStatus(204, await maya.put(resolutionOf(record)));
    expectStatus(201, await eli.post(at(record), on(record, 'One more thing', 0)));
    expect(await resolved()).toHaveLength(1);
    expectStatus(201, await eli.post(at(record), on(record, 'One more thing')));
    expect(await resolved()).toEqual([]);
  });
});

it('tells the other side once for what is written within ten minutes, and not before these are over', async () => {
  const record = await oneOnOneIn(pair, 'active');
  for (const text of ['One', 'Two', 'Three']) {
    expectStatus(201, await maya.post(at(record), on(record, text)));
  }
  expectStatus(201, await eli.post(at(record), on(record, 'Answer')));
  const notices = await asOwner(test.database.owner, (db) =>
    db.all(sql<{ recipient_id: string; minutes: number }>`
      select recipient_id, extract(epoch from mail_after - at)::int / 60 as minutes from notice
       where one_on_one_id = ${record.id} and kind = 'one-on-one.commented' order by at, id`),
  );
  expect(notices).toEqual([
    { recipient_id: eli.id, minutes: 10 },
    { recipient_id: maya.id, minutes: 10 },
  ]);
});

it('keeps comments from participants altogether', async () => {
  const petra = await test.addPerson('Petra Vos');
  const record = await oneOnOneIn(pair, 'active');
  await addParticipant(maya, record.id, petra);
  const { id } = expectStatus(201, await maya.post(at(record), on(record, 'Between us')));
  for (const answer of [
    await petra.get(at(record)),
    await petra.post(at(record), on(record, 'Me too')),
    await petra.patch(`${at(record)}/${id}`, { ...words('x'), version: 1 }),
    await petra.delete(`${at(record)}/${id}`),
    await petra.put(resolutionOf(record)),
  ]) {
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).not.toContain('Between us');
  }
});
