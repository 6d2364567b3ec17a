import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OneOnOne } from '../../src/features/one-on-ones/contract.ts';
import { abilitiesOf, mayRead } from '../../src/features/one-on-ones/domain/rights.ts';
import { asOwner } from '../../src/server/database/as-owner.ts';
import { build } from '../../src/server/database/query.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, startOneOnOne, words } from '../support/pair.ts';
import { testApp } from '../support/test-app.ts';
import type { Answer, TestPerson } from '../support/test-app.ts';
import { predict } from './model.ts';
import type { Actor, Command } from './model.ts';
import { partActors, partCommands, predictPart } from './parts-model.ts';
import type { PartActor, PartCommand, PartsModel } from './parts-model.ts';
import { seed } from './sequences.ts';

type Step =
  | { part: PartCommand; actor: PartActor }
  | { command: Command; actor: Actor }
  | { managed: boolean };

const test = await testApp();
const pair = await addPair(test);
const people: Record<PartActor, TestPerson> = {
  manager: pair.manager,
  employee: pair.employee,
  participant: await test.addPerson('Petra Vos'),
};

const part = fc.record({ part: fc.constantFrom(...partCommands), actor: fc.constantFrom(...partActors) });
// The way to an approval, so that what is added meets every state.
const way = fc.constantFrom<Step>(
  { actor: 'manager', command: 'share' },
  { actor: 'manager', command: 'requestApproval' },
  { actor: 'manager', command: 'takeBack' },
  { actor: 'employee', command: 'approve' },
  { actor: 'employee', command: 'requestRevision' },
  { actor: 'manager', command: 'delete' },
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: part },
    { weight: 4, arbitrary: way },
    { weight: 1, arbitrary: fc.boolean().map((managed) => ({ managed })) },
  ),
  { minLength: 3, maxLength: 16 },
);

let isManaged = true;

async function setManaged(managed: boolean): Promise<void> {
  if (managed === isManaged) return;
  isManaged = managed;
  await asOwner(test.database.owner, async (db) => {
    const row = { team_id: pair.teamId, person_id: pair.manager.id };
    if (managed)
      await db.run(
        build
          .insertInto('team_manager')
          .values(row)
          .onConflict((one) => one.doNothing()),
      );
    else await db.run(build.deleteFrom('team_manager').where('person_id', '=', pair.manager.id));
  });
}

async function sendPart(actor: PartActor, command: PartCommand, record: OneOnOne): Promise<Answer> {
  const person = people[actor];
  const at = `/api/one-on-ones/${record.id}`;
  const reader = `${at}/participants/${people.participant.id}`;
  switch (command) {
    case 'open':
      return person.get(at);
    case 'addParticipant':
      return person.put(reader);
    case 'removeParticipant':
      return person.delete(reader);
    case 'comment':
      return person.post(`${at}/comments`, { itemId: record.sections[0]?.items[1]?.id, ...words('Said') });
    case 'addAddendum':
      return person.post(`${at}/addenda`, words('Added'));
    case 'privateNote': {
      const note = await person.get(`${at}/private-note`);
      const version = note.status === 200 ? note.body.version : 0;
      return person.put(`${at}/private-note`, { ...words(`By the ${actor}`), version });
    }
  }
}

async function sendCommand(actor: Actor, command: Command, { id }: OneOnOne): Promise<Answer> {
  const person = people[actor];
  const at = `/api/one-on-ones/${id}`;
  switch (command) {
    case 'share':
      return person.post(`${at}/sharing`);
    case 'requestApproval':
      return person.post(`${at}/approval-request`);
    case 'takeBack':
      return person.delete(`${at}/approval-request`);
    case 'approve': {
      const seen = await person.get(at);
      return person.post(`${at}/approval`, { version: seen.status === 200 ? seen.body.version : 1 });
    }
    case 'requestRevision':
      return person.post(`${at}/revision-request`, { message: 'Please' });
    case 'delete':
      return person.delete(at);
    case 'edit':
      throw new Error('Editing has a test of its own.');
  }
}

/** What everybody sees at the end, and that what was approved is what it was. */
async function expectEnd(model: PartsModel, record: OneOnOne, digest: string | null): Promise<void> {
  for (const actor of partActors) {
    const { status, body } = await people[actor].get(`/api/one-on-ones/${record.id}`);
    expect(status, actor).toBe(predictPart(model, actor, 'open').status);
    if (status !== 200) continue;
    expect(body.state).toBe(model.state);
    expect(body.participants).toHaveLength(model.isReader ? 1 : 0);
    expect(body.readers.map((reader: { id: string }) => reader.id)).toContain(people[actor].id);
    expect(body.approval?.digest ?? null).toBe(digest);
  }
}

describe('through HTTP, what is added to a one-on-one', () => {
  it('follows the model in 150 random sequences of three people, and leaves an approval as it was', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        await setManaged(true);
        const record = await startOneOnOne(pair);
        const model: PartsModel = { state: 'draft', managed: true, isReader: false };
        let digest: string | null = null;
        for (const step of sequence) {
          if ('managed' in step) {
            model.managed = step.managed;
            await setManaged(step.managed);
          } else if ('part' in step) {
            const predicted = predictPart(model, step.actor, step.part);
            const { status, body } = await sendPart(step.actor, step.part, record);
            expect(status, `${step.actor} ${step.part} ${JSON.stringify(body)}`).toBe(predicted.status);
            model.isReader = predicted.isReader;
          } else {
            const predicted = predict(model, step.actor, step.command);
            const { status, body } = await sendCommand(step.actor, step.command, record);
            expect(status, `${step.actor} ${step.command} ${JSON.stringify(body)}`).toBe(predicted.status);
            model.state = predicted.next;
            if (step.command === 'approve' && status === 200) digest = body.approval.digest;
          }
        }
        await expectEnd(model, record, digest);
        await setManaged(true);
      }),
      { numRuns: 150, seed },
    );
  }, 240_000);

  it('is offered exactly where it would succeed', () => {
    for (const state of ['draft', 'active', 'pending_approval', 'approved'] as const) {
      for (const managed of [true, false]) {
        for (const actor of partActors) {
          const standing = {
            state,
            managerId: 'manager',
            employeeId: 'employee',
            participantIds: ['participant'],
            viewerId: actor,
            stillManages: managed,
          };
          const abilities = abilitiesOf(standing);
          const succeeds = (command: PartCommand) =>
            predictPart({ state, managed, isReader: true }, actor, command).status < 300;
          const where = `${actor} ${state} ${managed}`;
          expect(mayRead(standing), where).toBe(succeeds('open'));
          expect(abilities.addParticipant, where).toBe(succeeds('addParticipant'));
          expect(abilities.removeParticipant || abilities.leave, where).toBe(succeeds('removeParticipant'));
          expect(abilities.comment, where).toBe(succeeds('comment'));
          expect(abilities.addAddendum, where).toBe(succeeds('addAddendum'));
        }
      }
    }
  });
});

it('takes a reader away and lets them leave at the same moment: it happens once', async () => {
  for (let round = 0; round < 10; round += 1) {
    const record = await startOneOnOne(pair, { share: true });
    const reader = `/api/one-on-ones/${record.id}/participants/${people.participant.id}`;
    expectStatus(200, await people.manager.put(reader));
    const answers = await Promise.all([people.manager.delete(reader), people.participant.delete(reader)]);
    expect([204, 404]).toContain(answers[1]?.status);
    expect(answers[0]?.status).toBe(204);
    const { items } = expectStatus(200, await people.manager.get(`/api/one-on-ones/${record.id}/events`));
    const gone = items.filter(({ kind }: { kind: string }) => /participant_(removed|left)/.test(kind));
    expect(gone).toHaveLength(1);
  }
});
