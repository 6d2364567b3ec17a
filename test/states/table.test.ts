import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abilitiesOf, isTurnOf, mayDo, mayRead } from '../../src/features/one-on-ones/domain/rights.ts';
import type { Standing } from '../../src/features/one-on-ones/domain/rights.ts';
import { isFrozen, transitionFor } from '../../src/features/one-on-ones/domain/states.ts';
import type { State } from '../../src/features/one-on-ones/domain/states.ts';
import { commands, predict } from './model.ts';
import type { Actor, Command, Model, ModelState } from './model.ts';
import { seed, sequence } from './sequences.ts';

/** What the pure rules answer, in the order of every use case: reach, right, state. */
function answer(
  state: ModelState,
  managed: boolean,
  actor: Actor,
  command: Command,
): { status: number; next: ModelState } {
  if (state === 'gone') return { status: 404, next: state };
  const standing = standingOf(state, managed, actor);
  if (!mayRead(standing)) return { status: 404, next: state };
  if (!mayDo(command, standing).allowed) return { status: 403, next: state };
  const transition = transitionFor(command, state);
  if (transition === null) return { status: 409, next: state };
  return { status: transition.to === 'gone' ? 204 : 200, next: transition.to };
}

function standingOf(state: State, stillManages: boolean, actor: Actor): Standing {
  return {
    state,
    managerId: 'manager',
    employeeId: 'employee',
    participantIds: [],
    viewerId: actor,
    stillManages,
  };
}

describe('the states of a one-on-one', () => {
  it('follow the model in 20,000 random sequences, and an approved one never changes', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const model: Model = { state: 'draft', managed: true };
        for (const step of steps) {
          if ('managed' in step) {
            model.managed = step.managed;
            continue;
          }
          const before = model.state;
          const predicted = predict(model, step.actor, step.command);
          expect(answer(before, model.managed, step.actor, step.command)).toEqual(predicted);
          if (before !== 'gone' && isFrozen(before)) expect(predicted.next).toBe('approved');
          model.state = predicted.next;
        }
      }),
      { numRuns: 20_000, seed },
    );
  });

  it('give abilities exactly where the command would succeed', () => {
    for (const state of ['draft', 'active', 'pending_approval', 'approved'] as const) {
      for (const managed of [true, false]) {
        for (const actor of ['manager', 'employee'] as const) {
          const abilities = abilitiesOf(standingOf(state, managed, actor));
          for (const command of commands) {
            const { status } = predict({ state, managed }, actor, command);
            expect(abilities[command], `${actor} ${command} ${state}`).toBe(status < 300);
          }
        }
      }
    }
  });

  it('never make it the turn of somebody who can do nothing', () => {
    for (const state of ['draft', 'active', 'pending_approval', 'approved'] as const) {
      for (const managed of [true, false]) {
        for (const actor of ['manager', 'employee'] as const) {
          const standing = standingOf(state, managed, actor);
          if (isTurnOf(standing)) expect(Object.values(abilitiesOf(standing))).toContain(true);
        }
      }
    }
  });
});
