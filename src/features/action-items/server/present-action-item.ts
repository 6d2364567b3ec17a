import { isActState } from '../../one-on-ones/domain/acts.ts';
import { mayAct } from '../../one-on-ones/domain/rights.ts';
import { standingOf } from '../../one-on-ones/server/standing-reach.ts';
import type { ActionItem, ListedActionItem } from '../contract.ts';
import { isAgreed, mayMark, outcomeOf } from '../domain/action-items.ts';
import type { ActionItemRow } from './action-item-queries.ts';

interface Seen {
  viewer: { id: string };
  today: string;
}

export function presentActionItem(row: ActionItemRow, { viewer, today }: Seen): ActionItem {
  const standing = standingOf(row, viewer.id);
  const dropped =
    row.dropped_at === null || row.dropped_reason === null
      ? null
      : { at: row.dropped_at, by: named(row.dropped_by, row.dropped_by_name), reason: row.dropped_reason };
  const item = { dueOn: row.due_on, doneAt: row.done_at, dropped };
  return {
    ...item,
    id: row.id,
    oneOnOneId: row.one_on_one_id,
    text: row.text,
    owner: named(row.owner_id, row.owner_name),
    ownerId: row.owner_id,
    doneBy: row.done_by === null ? null : named(row.done_by, row.done_by_name),
    isOverdue: outcomeOf(item, today) === 'overdue',
    version: row.version,
    abilities: {
      edit: mayAct('changeActionItems', standing).allowed && isActState('changeActionItems', row.state),
      mark: mayMark(standing, row.owner_id).allowed && isAgreed(row.state),
    },
  };
}

export function presentListed(row: ActionItemRow, seen: Seen): ListedActionItem {
  const isEmployee = seen.viewer.id === row.employee_id;
  return {
    ...presentActionItem(row, seen),
    oneOnOne: {
      id: row.one_on_one_id,
      title: row.title,
      heldOn: row.held_on,
      other: isEmployee ? named(row.manager_id, row.manager_name) : named(row.employee_id, row.employee_name),
    },
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } {
  return { id: id ?? '', name: name ?? '' };
}
