import { sharedStates, states } from './states.ts';
import type { Actor, State } from './states.ts';

interface ActRule {
  readonly by: readonly (Actor | 'participant')[];
  readonly in: readonly State[];
}

/**
 * What is done to a one-on-one without moving it to another state. What every reader may always do (export, print,
 * keep a private note) needs no rule; who marks an action item depends on the item's owner.
 */
export const acts = {
  addParticipant: { by: ['manager'], in: ['draft', 'active'] },
  removeParticipant: { by: ['manager'], in: states },
  leave: { by: ['participant'], in: sharedStates },
  changeActionItems: { by: ['manager'], in: ['draft', 'active'] },
  changeFiles: { by: ['manager'], in: ['draft', 'active'] },
  comment: { by: ['manager', 'employee'], in: ['active', 'pending_approval'] },
  addAddendum: { by: ['manager', 'employee'], in: ['approved'] },
} as const satisfies Record<string, ActRule>;
export type Act = keyof typeof acts;

export function isActState(act: Act, state: State): boolean {
  const { in: allowedIn }: ActRule = acts[act];
  return allowedIn.includes(state);
}
