import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleConnection } from '../../src/server/database/open.ts';
import { expectStatus } from '../support/expect-status.ts';
import { openPolicies } from '../support/open-policies.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { addParticipant } from '../support/participants.ts';
import { sqlAs } from '../support/sql-as.ts';
import { testApp } from '../support/test-app.ts';
import type { TestPerson } from '../support/test-app.ts';

const states = ['draft', 'active', 'pending_approval', 'approved'] as const;
const test = await testApp();
const pair = await addPair(test);
const other = await addPair(test, 'Omar Haddad', 'Tom Okafor');
const admin = await test.addPerson('Ada Lind', { admin: true });
const participant = await test.addPerson('Petra Vos');
const client = new pg.Client(roleConnection(test.database.owner, test.database.secretKey, 'web'));
/** By state: one of the employee's and one of the manager's. */
const items: Record<string, { theirs: string; own: string }> = {};

beforeAll(async () => {
  await client.connect();
  for (const state of states) {
    await oneOnOneIn(pair, state, async ({ id }) => {
      await addParticipant(pair.manager, id, participant);
      const url = `/api/one-on-ones/${id}/action-items`;
      const theirs = expectStatus(201, await pair.manager.post(url, { text: 'Theirs' })).id;
      const own = await pair.manager.post(url, { text: 'Own', ownerId: pair.manager.id });
      items[state] = { theirs, own: expectStatus(201, own).id };
    });
  }
});
afterAll(() => client.end());

const as = sqlAs(client);

describe('the database alone, of action items', () => {
  it.each([
    ['the manager', pair.manager, 8],
    ['the employee', pair.employee, 6],
    ['a participant', participant, 6],
    ['an admin', admin, 0],
    ['another manager', other.manager, 0],
  ] as const)('shows %s those of the records that they may read', async (_, person, count) => {
    expect(await as(person, 'select from action_item')).toBe(count);
  });

  it.each(states)(
    'lets the words of a one-on-one that is %s be changed by its manager before it settles',
    async (state) => {
      const mayChange = state === 'draft' || state === 'active';
      for (const statement of [
        `update action_item set text = 'x' where id = $1`,
        `update action_item set due_on = '2030-01-01' where id = $1`,
        'delete from action_item where id = $1',
      ]) {
        const values = [items[state]?.theirs];
        expect(mayChange ? [1] : [0, 'refused'], statement).toContain(
          await as(pair.manager, statement, values),
        );
        for (const person of [pair.employee, participant, admin, other.manager]) {
          expect([0, 'refused'], `${person.name}: ${statement}`).toContain(
            await as(person, statement, values),
          );
        }
      }
    },
  );

  it.each(states)('lets its owner or the manager mark what became of one that is %s', async (state) => {
    const mark = (by: TestPerson) =>
      `update action_item set done_at = now(), done_by = '${by.id}' where id = $1`;
    const { theirs, own } = items[state] ?? { theirs: '', own: '' };
    const isShared = state !== 'draft';
    expect(await as(pair.employee, mark(pair.employee), [theirs])).toBe(isShared ? 1 : 0);
    expect(await as(pair.employee, mark(pair.employee), [own])).toBe(0);
    expect(await as(pair.employee, mark(pair.manager), [theirs])).toBe(isShared ? 'refused' : 0);
    if (isShared) expect(await as(pair.manager, mark(pair.manager), [theirs])).toBe(1);
    for (const person of [participant, admin, other.manager]) {
      expect(await as(person, mark(person), [theirs])).toBe(0);
    }
  });

  it('gives an action item to nobody but the two', async () => {
    const give = `update action_item set owner_id = '${participant.id}' where id = $1`;
    expect(await as(pair.manager, give, [items['active']?.theirs])).toBe('refused');
  });

  it('without its policies would show them: the test sees what it looks for', async () => {
    await openPolicies(test.database.owner, ['action_item']);
    expect(await as(admin, 'select from action_item')).toBe(8);
  });
});
