import type { ListedOneOnOne } from '../contract.ts';
import { firstName } from './state-words.ts';

type Pair = Pick<ListedOneOnOne, 'manager' | 'employee'>;

/** The other side of the pair, from either chair. */
export function otherOf(record: Pair, myId: string) {
  return record.employee.id === myId ? record.manager : record.employee;
}

/** The two as one calls them: by first name, in full where both have the same. */
export function namesOf({ manager, employee }: Pair): { manager: string; employee: string } {
  const short = { manager: firstName(manager.name), employee: firstName(employee.name) };
  return short.manager === short.employee ? { manager: manager.name, employee: employee.name } : short;
}

/** What is mine is teal, what is theirs is plum. */
export function voiceOf(personId: string, myId: string): 'mine' | 'theirs' {
  return personId === myId ? 'mine' : 'theirs';
}

/** Comments, receipts and the records before this one are between the two; a participant reads the record alone. */
export function isOfThePair({ manager, employee }: Pair, myId: string): boolean {
  return manager.id === myId || employee.id === myId;
}

/** Whom it is with, in a list: the other of the two, or both for a reader who is neither. */
export function withWhom(record: Pair, myId: string): string {
  if (isOfThePair(record, myId)) return otherOf(record, myId).name;
  const { manager, employee } = namesOf(record);
  return `${manager} and ${employee}`;
}
