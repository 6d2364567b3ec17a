import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { expectStatus } from '../../../../test/support/expect-status.ts';
import { addPair, oneOnOneIn, startOneOnOne, words } from '../../../../test/support/pair.ts';
import { testApp } from '../../../../test/support/test-app.ts';
import { asOwner } from '../../../server/database/as-owner.ts';
import { verifyApprovals } from './verify-approvals.ts';

const test = await testApp();
const pair = await addPair(test);

async function verdicts(): Promise<Record<string, string>> {
  return asOwner(test.database.owner, async (db) => {
    const all: Record<string, string> = {};
    for await (const { id, verdict } of verifyApprovals(db)) all[id] = verdict;
    return all;
  });
}

/** As somebody could who has the server and its owner's password: past every trigger. */
async function tamper(statement: string, id: string): Promise<void> {
  await asOwner(test.database.owner, async (db) => {
    for (const table of ['item', 'section', 'approval', 'one_on_one'])
      await db.run(sql`alter table ${sql.table(table)} disable trigger user`);
    await db.run(sql`${sql.raw(statement)} ${id}`);
    for (const table of ['item', 'section', 'approval', 'one_on_one'])
      await db.run(sql`alter table ${sql.table(table)} enable trigger user`);
  });
}

async function approvedWithWords(): Promise<string> {
  const { manager, employee } = pair;
  const draft = await startOneOnOne(pair);
  const at = `/api/one-on-ones/${draft.id}`;
  const [mood, question] = draft.sections[0]?.items ?? [];
  const put = (itemId: string | undefined, answer: object) =>
    manager.put(`${at}/items/${itemId}/answer`, { answer, version: 0 });
  expectStatus(200, await put(mood?.id, { value: 4 }));
  expectStatus(200, await put(question?.id, words('Went well: “Nordlys” \u{1F44D}')));
  const { version } = expectStatus(200, await manager.post(`${at}/approval-request`));
  expectStatus(200, await employee.post(`${at}/approval`, { version, remark: 'But for the numbers.' }));
  return draft.id;
}

it('finds every approval intact, and no verdict on what is not approved', async () => {
  const approved = [await approvedWithWords(), (await oneOnOneIn(pair, 'approved')).id];
  await oneOnOneIn(pair, 'pending_approval');
  expect(await verdicts()).toEqual(Object.fromEntries(approved.map((id) => [id, 'intact'])));
});

it.each([
  ['a word of an answer', `update item set answer = '{"value": 5}' where kind = 'mood' and one_on_one_id =`],
  ['the order of the items', 'update item set position = 10 - position where one_on_one_id ='],
  ['a section’s title', `update section set title = title || '.' where position = 0 and one_on_one_id =`],
  ['the date', `update one_on_one set held_on = held_on + 1 where id =`],
  ['the remark', 'update approval set remark = null where one_on_one_id ='],
])('notices a change of %s', async (_, statement) => {
  const id = await approvedWithWords();
  expect((await verdicts())[id]).toBe('intact');
  await tamper(statement, id);
  expect((await verdicts())[id]).toBe('changed');
});

it('says where the approval is gone, and where a later program wrote it', async () => {
  const [gone, later] = [await approvedWithWords(), await approvedWithWords()];
  await tamper('delete from approval where one_on_one_id =', gone);
  await tamper(`update approval set digest = 'v9:' || digest where one_on_one_id =`, later);
  expect(await verdicts()).toMatchObject({ [gone]: 'no approval', [later]: 'unknown form' });
});
