import type { OneOnOne } from '../contract.ts';
import { firstName } from './state-words.ts';

type People = Pick<OneOnOne, 'readers' | 'participants'>;

/** "Only Maya and Eli can read this": always on screen, and always true. */
export function readersInWords({ readers, participants }: People, myId: string): string {
  if (readers.length === 1 && readers[0]?.id === myId) {
    const later = participants.length === 0 ? '' : `; ${listed(participants)} can once it is shared`;
    return `Only you can read this draft${later}`;
  }
  return `Only ${listed(readers)} can read this`;
}

/** By first name, in full where two have the same. */
export function listed(people: readonly { name: string }[]): string {
  const firstNames = people.map(({ name }) => firstName(name));
  const names = people.map(({ name }, at) =>
    firstNames.filter((other) => other === firstNames[at]).length > 1 ? name : (firstNames[at] ?? name),
  );
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
