import * as fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OneOnOne } from '../../src/features/one-on-ones/contract.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn, startOneOnOne, words } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';
import type { Answer } from '../support/test-app.ts';
import { predict } from './model.ts';
import type { Actor, Command, Model } from './model.ts';
import { seed, sequence } from './sequences.ts';

const test = await testApp();
const pair = await addPair(test);
const { manager, employee } = pair;

let isManaged = true;

async function setManaged(managed: boolean): Promise<void> {
  if (managed === isManaged) return;
  isManaged = managed;
  await asOwner(test.database.owner, async (db) => {
    const row = { team_id: pair.teamId, person_id: manager.id };
    if (managed)
      await db.run(
        build
          .insertInto('team_manager')
          .values(row)
          .onConflict((one) => one.doNothing()),
      );
    else await db.run(build.deleteFrom('team_manager').where('person_id', '=', manager.id));
  });
}

async function send(
  actor: Actor,
  command: Command,
  record: OneOnOne,
  versions: { record: number; item: number },
): Promise<Answer> {
  const person = actor === 'manager' ? manager : employee;
  const at = `/api/one-on-ones/${record.id}`;
  switch (command) {
    case 'edit':
      return person.put(`${at}/items/${record.sections[0]?.items[1]?.id}/answer`, {
        answer: words(`Version ${versions.item + 1}`),
        version: versions.item,
      });
    case 'share':
      return person.post(`${at}/sharing`);
    case 'requestApproval':
      return person.post(`${at}/approval-request`);
    case 'takeBack':
      return person.delete(`${at}/approval-request`);
    case 'approve':
      return person.post(`${at}/approval`, { version: versions.record });
    case 'requestRevision':
      return person.post(`${at}/revision-request`, { message: 'Please' });
    case 'delete':
      return person.delete(at);
  }
}

describe('through HTTP, a one-on-one', () => {
  it('follows the model in 300 random sequences', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        await setManaged(true);
        const record = await startOneOnOne(pair);
        const model: Model = { state: 'draft', managed: true };
        const versions = { record: record.version, item: 0 };
        for (const step of steps) {
          if ('managed' in step) {
            model.managed = step.managed;
            await setManaged(step.managed);
            continue;
          }
          const predicted = predict(model, step.actor, step.command);
          const { status, body } = await send(step.actor, step.command, record, versions);
          expect(status, JSON.stringify(body)).toBe(predicted.status);
          model.state = predicted.next;
          if (status === 200) {
            versions.record = step.command === 'edit' ? body.oneOnOne.version : body.version;
            if (step.command === 'edit') versions.item = body.version;
            expect(step.command === 'edit' ? body.oneOnOne.state : body.state).toBe(predicted.next);
          }
        }
        await setManaged(true);
        const seen = await manager.get(`/api/one-on-ones/${record.id}`);
        if (model.state === 'gone') expect(seen.status).toBe(404);
        else expect(seen.body).toMatchObject({ state: model.state, version: versions.record });
      }),
      { numRuns: 300, seed },
    );
  }, 240_000);
});

describe('two people at once', () => {
  it('approve, edit or take back the same record: of 50 tries each time exactly one wins', async () => {
    for (let round = 0; round < 50; round += 1) {
      const record = await oneOnOneIn(pair, 'pending_approval');
      const at = `/api/one-on-ones/${record.id}`;
      const item = record.sections[0]?.items[1];
      const edit = { answer: words('Meanwhile'), version: 0, state: 'pending_approval' };
      const rivals = [
        employee.post(`${at}/approval`, { version: record.version }),
        round % 2 === 0
          ? manager.put(`${at}/items/${item?.id}/answer`, edit)
          : manager.delete(`${at}/approval-request`),
      ];
      const answers = await Promise.all(round % 3 === 0 ? rivals.toReversed() : rivals);
      const won = answers.filter((answer) => answer.status === 200);
      expect(won, `round ${round}`).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1);
      const after = expectStatus(200, await manager.get(at));
      const wonApproval = won[0]?.body.state === 'approved';
      expect(after.state).toBe(wonApproval ? 'approved' : 'active');
      if (wonApproval) expect(after.sections[0].items[1].answer).toBeNull();
    }
  }, 120_000);

  it('send the same draft ten times at once: it is sent once, with one mail', async () => {
    const record = await startOneOnOne(pair);
    const send = () => manager.post(`/api/one-on-ones/${record.id}/approval-request`);
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const notices = await asOwner(test.database.owner, (db) =>
      db.all(sql`select id from notice where one_on_one_id = ${record.id}`),
    );
    expect(notices).toHaveLength(1);
  });

  it('answer the same item from two tabs: one is told that it is stale, and gets what is there', async () => {
    const record = await startOneOnOne(pair);
    const url = `/api/one-on-ones/${record.id}/items/${record.sections[0]?.items[1]?.id}/answer`;
    const answers = await Promise.all(
      ['One', 'Two'].map((text) => manager.put(url, { answer: words(text), version: 0 })),
    );
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(lost?.body.current.answer).toEqual(won?.body.answer);
  });
});
