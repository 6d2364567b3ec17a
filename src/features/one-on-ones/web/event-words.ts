import { assertNever } from '../../../shared/assert-never.ts';
import type { OneOnOne, OneOnOneEvent } from '../contract.ts';
import { namesOf } from './pair.ts';
import { firstName } from './state-words.ts';

/** What happened, who did it: "Maya asked Eli for approval". */
export function eventWords(
  { kind, by, person }: Pick<OneOnOneEvent, 'kind' | 'by' | 'person'>,
  record: Pick<OneOnOne, 'manager' | 'employee'>,
  myId: string,
): string {
  const who = by.id === myId ? 'You' : firstName(by.name);
  const employee = record.employee.id === myId ? 'you' : namesOf(record).employee;
  switch (kind) {
    case 'created':
      return `${who} began it`;
    case 'edited':
      return `${who} wrote in it`;
    case 'shared':
      return `${who} shared it with ${employee}`;
    case 'approval_requested':
      return `${who} asked ${employee} for approval`;
    case 'taken_back':
      return `${who} took it back`;
    case 'reopened':
      return `${who} changed it, so it went back to Active`;
    case 'revision_requested':
      return `${who} asked for a revision`;
    case 'approved':
      return `${who} approved it`;
    case 'participant_added':
      return `${who} added ${person?.id === myId ? 'you' : (person?.name ?? 'somebody')} as a reader`;
    case 'participant_removed':
      return `${who} removed ${person?.id === myId ? 'you' : (person?.name ?? 'somebody')} from the readers`;
    case 'participant_left':
      return `${who} left: they no longer read it`;
    case 'addendum_added':
      return `${who} added an addendum`;
    default:
      return assertNever(kind);
  }
}
