import { isShared, transitionFor, turnOf } from './states.ts';
import type { Action, Actor, State } from './states.ts';

/** What the rules need to know of a one-on-one and of who looks at it. */
export interface Standing {
  state: State;
  managerId: string;
  employeeId: string;
  viewerId: string;
  /** Whether the manager of the record still manages its employee. */
  stillManages: boolean;
}

export type Refusal = 'not_yours' | 'no_longer_managed' | 'managing_ended';
export type Verdict = { allowed: true } | { allowed: false; because: Refusal };

const allowed: Verdict = { allowed: true };
const refused = (because: Refusal): Verdict => ({ allowed: false, because });

/** The viewer's part in a one-on-one, or null for an outsider. */
export function roleOf(standing: Standing): Actor | null {
  if (standing.viewerId === standing.managerId) return 'manager';
  if (standing.viewerId === standing.employeeId) return 'employee';
  return null;
}

/** Whether the one-on-one exists for the viewer. */
export function mayRead(standing: Standing): boolean {
  const role = roleOf(standing);
  return role === 'manager' || (role === 'employee' && isShared(standing.state));
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

/** Right and state together: what this viewer can do now. Travels with the object. */
export function abilitiesOf(standing: Standing): Record<Action, boolean> {
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
  };
}

/** Whether something waits for this viewer. A former manager can do nothing more, so nothing waits for them. */
export function isTurnOf(standing: Standing): boolean {
  const role = roleOf(standing);
  if (role === null || role !== turnOf(standing.state)) return false;
  return role === 'employee' || standing.stillManages;
}
