/** The states of a one-on-one, in the order in which it goes through them. The only place that compares them. */
export const states = ['draft', 'active', 'pending_approval', 'approved'] as const;
export type State = (typeof states)[number];

export const actions = [
  'edit',
  'share',
  'requestApproval',
  'takeBack',
  'approve',
  'requestRevision',
  'delete',
] as const;
export type Action = (typeof actions)[number];

/** Whose act it is. */
export type Actor = 'manager' | 'employee';

/** What is recorded of a transition, and told by mail. */
export type EventKind =
  | 'created'
  | 'edited'
  | 'shared'
  | 'approval_requested'
  | 'taken_back'
  | 'reopened'
  | 'revision_requested'
  | 'approved'
  | 'participant_added'
  | 'participant_removed'
  | 'participant_left'
  | 'addendum_added';

export interface Transition {
  readonly action: Action;
  readonly by: Actor;
  readonly from: State;
  /** `gone`: the record is deleted for good. */
  readonly to: State | 'gone';
  /** In this order; sending a draft for approval shares it on the way. */
  readonly events: readonly EventKind[];
  /** Who is told by mail, and of which event; null where nobody could have seen anything. */
  readonly tells: { readonly whom: Actor; readonly of: EventKind | 'deleted' } | null;
}

/** Everything that may happen to a one-on-one. Server, browser and documentation read this table. */
export const transitions: readonly Transition[] = [
  { action: 'edit', by: 'manager', from: 'draft', to: 'draft', events: ['edited'], tells: null },
  { action: 'edit', by: 'manager', from: 'active', to: 'active', events: ['edited'], tells: null },
  {
    action: 'edit',
    by: 'manager',
    from: 'pending_approval',
    to: 'active',
    events: ['reopened', 'edited'],
    tells: { whom: 'employee', of: 'reopened' },
  },
  {
    action: 'share',
    by: 'manager',
    from: 'draft',
    to: 'active',
    events: ['shared'],
    tells: { whom: 'employee', of: 'shared' },
  },
  {
    action: 'requestApproval',
    by: 'manager',
    from: 'draft',
    to: 'pending_approval',
    events: ['shared', 'approval_requested'],
    tells: { whom: 'employee', of: 'approval_requested' },
  },
  {
    action: 'requestApproval',
    by: 'manager',
    from: 'active',
    to: 'pending_approval',
    events: ['approval_requested'],
    tells: { whom: 'employee', of: 'approval_requested' },
  },
  {
    action: 'takeBack',
    by: 'manager',
    from: 'pending_approval',
    to: 'active',
    events: ['taken_back'],
    tells: { whom: 'employee', of: 'taken_back' },
  },
  {
    action: 'approve',
    by: 'employee',
    from: 'pending_approval',
    to: 'approved',
    events: ['approved'],
    tells: { whom: 'manager', of: 'approved' },
  },
  {
    action: 'requestRevision',
    by: 'employee',
    from: 'pending_approval',
    to: 'active',
    events: ['revision_requested'],
    tells: { whom: 'manager', of: 'revision_requested' },
  },
  { action: 'delete', by: 'manager', from: 'draft', to: 'gone', events: [], tells: null },
  {
    action: 'delete',
    by: 'manager',
    from: 'active',
    to: 'gone',
    events: [],
    tells: { whom: 'employee', of: 'deleted' },
  },
];

/** The transition that an action means in a state, or null where the state does not allow it. */
export function transitionFor(action: Action, state: State): Transition | null {
  return transitions.find((one) => one.action === action && one.from === state) ?? null;
}

/** Whether the employee and other readers can see a one-on-one in this state at all. */
export function isShared(state: State): boolean {
  return state !== 'draft';
}

/** Whether anything about the record can still change. */
export function isFrozen(state: State): boolean {
  return state === 'approved';
}

/** Who has to do something next; null when nothing is left to do. */
export function turnOf(state: State): Actor | null {
  switch (state) {
    case 'draft':
    case 'active':
      return 'manager';
    case 'pending_approval':
      return 'employee';
    case 'approved':
      return null;
  }
}

/** The states in which readers beside the manager see it. */
export const sharedStates: readonly State[] = states.filter(isShared);

/** The states in which something waits for this side. */
export function statesInTurnOf(actor: Actor): State[] {
  return states.filter((state) => turnOf(state) === actor);
}
