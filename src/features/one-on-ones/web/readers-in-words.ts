import type { OneOnOne } from '../contract.ts';
import { firstName } from './state-words.ts';

/** "Only Maya and Eli can read this": always on screen, and always true. */
export function readersInWords({ readers }: Pick<OneOnOne, 'readers'>, myId: string): string {
  if (readers.length === 1 && readers[0]?.id === myId) return 'Only you can read this draft';
  const firstNames = readers.map(({ name }) => firstName(name));
  const names = readers.map(({ name }, at) =>
    firstNames.filter((other) => other === firstNames[at]).length > 1 ? name : (firstNames[at] ?? name),
  );
  return `Only ${new Intl.ListFormat('en', { type: 'conjunction' }).format(names)} can read this`;
}
