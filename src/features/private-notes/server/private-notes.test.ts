import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, words } from '../../../../test/support/pair.ts';
import { addParticipant, removeParticipant } from '../../../../test/support/participants.ts';
import { testApp } from '../../../../test/support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager: maya, employee: eli } = pair;
const petra = await test.addPerson('Petra Vos');
const at = (id: string) => `/api/one-on-ones/${id}/private-note`;

it.each(['active', 'pending_approval', 'approved'] as const)(
  'everybody who reads a record that is %s keeps a note of their own on it, which nobody else gets',
  async (state) => {
    const record = await oneOnOneIn(pair, state, ({ id }) => addParticipant(maya, id, petra));
    for (const person of [maya, eli, petra]) {
      const before = expectStatus(200, await person.get(at(record.id)));
      expect(before).toEqual({ text: null, version: 0, updatedAt: null });
      expectStatus(200, await person.put(at(record.id), { ...words(`By ${person.name}`), version: 0 }));
    }
    for (const person of [maya, eli, petra]) {
      const mine = expectStatus(200, await person.get(at(record.id)));
      expect(mine.text).toEqual(words(`By ${person.name}`).text);
    }
    const { version } = expectStatus(200, await eli.get(`/api/one-on-ones/${record.id}`));
    expect(version).toBe(record.version);
  },
);

it('is written in a draft by its manager, for whom alone there is one', async () => {
  const { id } = await oneOnOneIn(pair, 'draft');
  expectStatus(200, await maya.put(at(id), { ...words('Before'), version: 0 }));
  expect((await eli.put(at(id), { ...words('Before'), version: 0 })).status).toBe(404);
});

it('refuses a write that is based on an older one, with what is there, and counts on when it is cleared', async () => {
  const { id } = await oneOnOneIn(pair, 'active');
  expectStatus(200, await eli.put(at(id), { ...words('One'), version: 0 }));
  const stale = await eli.put(at(id), { ...words('Two'), version: 0 });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
  expect(stale.body.current).toMatchObject({ version: 1, text: words('One').text });
  const cleared = expectStatus(200, await eli.put(at(id), { text: null, version: 1 }));
  expect(cleared).toMatchObject({ text: null, version: 2 });
  expect((await eli.put(at(id), { ...words('Late'), version: 1 })).status).toBe(409);
});

it('is out of reach for a participant who was removed', async () => {
  const { id } = await oneOnOneIn(pair, 'active', (draft) => addParticipant(maya, draft.id, petra));
  expectStatus(200, await petra.put(at(id), { ...words('Mine'), version: 0 }));
  await removeParticipant(maya, id, petra);
  expect((await petra.get(at(id))).status).toBe(404);
  expect((await petra.put(at(id), { ...words('Mine'), version: 1 })).status).toBe(404);
});
