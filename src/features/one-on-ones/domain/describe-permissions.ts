import { acts } from './acts.ts';
import type { Act } from './acts.ts';
import { abilitiesOf, isTurnOf, mayAct, mayDo, mayRead } from './rights.ts';
import type { Standing } from './rights.ts';
import { actions, states, transitionFor, transitions } from './states.ts';
import type { Action, State } from './states.ts';

interface Viewer {
  name: string;
  viewerId: string;
  stillManages: boolean;
}

const viewers: readonly Viewer[] = [
  { name: 'manager', viewerId: 'm', stillManages: true },
  { name: 'former manager', viewerId: 'm', stillManages: false },
  { name: 'employee', viewerId: 'e', stillManages: true },
  { name: 'employee, when managing has ended', viewerId: 'e', stillManages: false },
  { name: 'participant', viewerId: 'p', stillManages: true },
  { name: 'everybody else, admins and former participants too', viewerId: 'x', stillManages: true },
];

const stateNames: Record<State, string> = {
  draft: 'draft',
  active: 'active',
  pending_approval: 'pending approval',
  approved: 'approved',
};
const actionNames: Record<Action, string> = {
  edit: 'edit',
  share: 'share',
  requestApproval: 'send for approval',
  takeBack: 'take back',
  approve: 'approve',
  requestRevision: 'ask for a revision',
  delete: 'delete',
};

const actNames: Record<Act, string> = {
  addParticipant: 'add a participant',
  removeParticipant: 'remove a participant',
  leave: 'leave',
  changeActionItems: 'add, change, remove action items',
  changeFiles: 'add, remove files',
  comment: 'comment on an item',
  addAddendum: 'add an addendum',
};
const actList = Object.keys(acts) as Act[]; // Object.keys loses the keys' type

function standingOf(viewer: Viewer, state: State): Standing {
  return {
    state,
    managerId: 'm',
    employeeId: 'e',
    participantIds: ['p'],
    viewerId: viewer.viewerId,
    stillManages: viewer.stillManages,
  };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** docs/permissions.md, made from the same functions that decide. */
export function describePermissions(): string {
  const stateHead = states.map((state) => stateNames[state]);
  const seen = viewers.map((viewer) => [
    viewer.name,
    ...states.map((state) => (mayRead(standingOf(viewer, state)) ? 'yes' : 'no: 404')),
  ]);
  const done = viewers.flatMap((viewer) =>
    actions.map((action) => [
      viewer.name,
      actionNames[action],
      ...states.map((state) => outcome(viewer, action, state)),
    ]),
  );
  const acted = viewers.flatMap((viewer) =>
    actList.map((act) => [
      viewer.name,
      actNames[act],
      ...states.map((state) => outcomeOfAct(viewer, act, state)),
    ]),
  );
  const turns = viewers.map((viewer) => [
    viewer.name,
    ...states.map((state) => (isTurnOf(standingOf(viewer, state)) ? 'their turn' : '')),
  ]);
  const moves = transitions.map((one) => [
    actionNames[one.action],
    one.by,
    stateNames[one.from],
    one.to === 'gone' ? 'gone' : stateNames[one.to],
    one.events.join(', ').replaceAll('_', ' '),
    one.tells === null ? '' : `${one.tells.whom}: ${one.tells.of.replaceAll('_', ' ')}`,
  ]);
  return `${[
    '# Permissions',
    'Made by `npm run generate` from the functions that decide (`src/features/one-on-ones/domain`). Do not edit.',
    '## Who sees a one-on-one',
    table(['viewer', ...stateHead], seen),
    '## Who may do what',
    'A number is the HTTP status of the refusal: 404 does not exist for them, 403 not theirs to do, 409 not in this state.',
    table(['viewer', 'action', ...stateHead], done),
    '## Who may add what, in the same state',
    'Every reader may export, print and keep a private note in every state; an action item is marked by its owner or the manager in every shared state.',
    table(['viewer', 'act', ...stateHead], acted),
    '## Whose turn it is',
    table(['viewer', ...stateHead], turns),
    '## The transitions',
    table(['action', 'by', 'from', 'to', 'recorded', 'told by mail'], moves),
  ].join('\n\n')}\n`;
}

function outcome(viewer: Viewer, action: Action, state: State): string {
  const standing = standingOf(viewer, state);
  if (!mayRead(standing)) return '404';
  if (!mayDo(action, standing).allowed) return '403';
  if (transitionFor(action, state) === null) return '409';
  return abilitiesOf(standing)[action] ? 'yes' : '409';
}

function outcomeOfAct(viewer: Viewer, act: Act, state: State): string {
  const standing = standingOf(viewer, state);
  if (!mayRead(standing)) return '404';
  if (!mayAct(act, standing).allowed) return '403';
  return abilitiesOf(standing)[act] ? 'yes' : '409';
}
