import { isShared, transitionFor, turnOf } from './states.ts';
import type { Action, Actor, State } from './states.ts';
import { acts, isActState } from './acts.ts';
import type { Act } from './acts.ts';

/** What the rules need to know of a one-on-one and of who looks at it. */
export interface Standing {
  state: State;
  managerId: string;
  employeeId: string;
  participantIds: readonly string[];
  viewerId: string;
  /** Whether the manager of the record still manages its employee. */
  stillManages: boolean;
}

export type Refusal = 'not_yours' | 'no_longer_managed' | 'managing_ended';
export type Verdict = { allowed: true } | { allowed: false; because: Refusal };

const allowed: Verdict = { allowed: true };
const refused = (because: Refusal): Verdict => ({ allowed: false, because });

/** A reader's part in a one-on-one. */
export type Role = Actor | 'participant';

/** The viewer's part in a one-on-one, or null for an outsider. */
export function roleOf(standing: Standing): Role | null {
  if (standing.viewerId === standing.managerId) return 'manager';
  if (standing.viewerId === standing.employeeId) return 'employee';
  return standing.participantIds.includes(standing.viewerId) ? 'participant' : null;
}

/** Whether the one-on-one exists for the viewer. */
export function mayRead(standing: Standing): boolean {
  const role = roleOf(standing);
  return role === 'manager' || (role !== null && isShared(standing.state));
}

const actorOf: Record<Action, Actor> = {
  edit: 'manager',
  share: 'manager',
  requestApproval: 'manager',
  takeBack: 'manager',
  delete: 'manager',
  approve: 'employee',
  requestRevision: 'employee',
};

/**
 * Who may do it, whatever the state: refused by default, with the reason. State comes after, so that a
 * refusal tells an outsider nothing; a former manager deletes their drafts alone, which the state decides.
 */
export function mayDo(action: Action, standing: Standing): Verdict {
  if (roleOf(standing) !== actorOf[action]) return refused('not_yours');
  if (standing.stillManages || action === 'approve') return allowed;
  if (action === 'requestRevision') return refused('managing_ended');
  if (action === 'delete' && !isShared(standing.state)) return allowed;
  return refused('no_longer_managed');
}

/**
 * Comments, revision messages, receipts, earlier wordings and the records before this one are between the two:
 * a participant reads the record alone.
 */
export function isOfThePair(standing: Standing): boolean {
  return roleOf(standing) === 'manager' || roleOf(standing) === 'employee';
}

/** Who may do what leaves the state as it is. A manager is one who still manages the employee. */
export function mayAct(act: Act, standing: Standing): Verdict {
  const role = roleOf(standing);
  const { by }: { by: readonly Role[] } = acts[act];
  if (role === null || !by.includes(role)) return refused('not_yours');
  if (role === 'manager' && !standing.stillManages) return refused('no_longer_managed');
  return allowed;
}

/** Right and state together: what this viewer can do now. Travels with the object. */
export function abilitiesOf(standing: Standing): Record<Action | Act, boolean> {
  const canAct = (act: Act) =>
    mayRead(standing) && mayAct(act, standing).allowed && isActState(act, standing.state);
  const can = (action: Action) =>
    mayRead(standing) && mayDo(action, standing).allowed && transitionFor(action, standing.state) !== null;
  return {
    edit: can('edit'),
    share: can('share'),
    requestApproval: can('requestApproval'),
    takeBack: can('takeBack'),
    approve: can('approve'),
    requestRevision: can('requestRevision'),
    delete: can('delete'),
    addParticipant: canAct('addParticipant'),
    removeParticipant: canAct('removeParticipant'),
    leave: canAct('leave'),
    changeActionItems: canAct('changeActionItems'),
    changeFiles: canAct('changeFiles'),
    comment: canAct('comment'),
    addAddendum: canAct('addAddendum'),
  };
}

/** Whether something waits for this viewer. A former manager can do nothing more, so nothing waits for them. */
export function isTurnOf(standing: Standing): boolean {
  const role = roleOf(standing);
  if (role === null || role !== turnOf(standing.state)) return false;
  return role === 'employee' || standing.stillManages;
}
