import * as fc from 'fast-check';
import { commands } from './model.ts';
import type { Actor, Command } from './model.ts';

/** One command of one of the two, or the end or return of managing. */
export type Step = { actor: Actor; command: Command } | { managed: boolean };

const act = fc.record({
  actor: fc.constantFrom<Actor>('manager', 'employee'),
  command: fc.constantFrom(...commands),
});
// Sequences that only knock at shut doors prove little: most steps follow the way to an approval.
const likely = fc.constantFrom<Step>(
  { actor: 'manager', command: 'edit' },
  { actor: 'manager', command: 'share' },
  { actor: 'manager', command: 'requestApproval' },
  { actor: 'employee', command: 'requestRevision' },
  { actor: 'employee', command: 'approve' },
);
const managing = fc.boolean().map((managed): Step => ({ managed }));

export const sequence: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: act },
    { weight: 6, arbitrary: likely },
    { weight: 1, arbitrary: managing },
  ),
  { minLength: 1, maxLength: 12 },
);

/** Printed with a failure by fast-check; DUOLOGUE_SEED replays one. */
export const seed = Number(process.env['DUOLOGUE_SEED'] ?? Date.now() % 2 ** 31);
