import { describe, expect, it, vi } from 'vitest';
import { addPair, oneOnOneIn } from '../../../../test/support/pair.ts';
import { addParticipant } from '../../../../test/support/participants.ts';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import type { TestPerson } from '../../../../test/support/test-app.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager, employee } = pair;

async function receiptsOf(id: string, person: TestPerson = manager) {
  const { items } = expectStatus(200, await person.get(`/api/one-on-ones/${id}/receipts`));
  return items.map((one: { person: { name: string }; act: string; day: string }) => [
    one.person.name,
    one.act,
    one.day,
  ]);
}

describe('who opened a one-on-one', () => {
  it('stands in one line per person and day, however often, for both of the pair', async () => {
    const petra = await test.addPerson('Petra Vos');
    const record = await oneOnOneIn(pair, 'draft');
    await addParticipant(manager, record.id, petra);
    const at = `/api/one-on-ones/${record.id}`;
    expectStatus(200, await manager.get(at));
    expectStatus(200, await manager.post(`${at}/sharing`));
    expect(await receiptsOf(record.id)).toEqual([]);
    test.clock.offset = Date.parse('2031-03-04T12:00:00Z') - Date.now();
    for (const person of [employee, petra, employee]) expectStatus(200, await person.get(at));
    test.clock.offset += 86_400_000;
    expectStatus(200, await employee.get(at));
    await vi.waitFor(async () => {
      const seen = await receiptsOf(record.id);
      expect(seen).toEqual([
        ['Eli Larsen', 'opened', '2031-03-05'],
        ['Eli Larsen', 'opened', '2031-03-04'],
        ['Petra Vos', 'opened', '2031-03-04'],
      ]);
      expect(await receiptsOf(record.id, employee)).toEqual(seen);
    });
    expect((await petra.get(`${at}/receipts`)).status).toBe(403);
    test.clock.offset = 0;
  });

  it('says nothing of a draft: before sharing nobody else could read it', async () => {
    const record = await oneOnOneIn(pair, 'draft');
    const shared = await oneOnOneIn(pair, 'active');
    expectStatus(200, await manager.get(`/api/one-on-ones/${record.id}`));
    expectStatus(200, await manager.get(`/api/one-on-ones/${shared.id}`));
    await vi.waitFor(async () => expect(await receiptsOf(shared.id)).toHaveLength(1));
    expect(await receiptsOf(record.id)).toEqual([]);
  });
});
