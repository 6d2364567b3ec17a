import { useSyncExternalStore } from 'react';

let addresses: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

/** Where the pictures of people are found, by their id; the shell knows. */
export function setPictures(next: ReadonlyMap<string, string>): void {
  addresses = next;
  for (const tell of listeners) tell();
}

export function usePicture(personId: string | undefined): string | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => (personId === undefined ? undefined : addresses.get(personId)),
  );
}
