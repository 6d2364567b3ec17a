import { useSyncExternalStore } from 'react';

const wide = globalThis.matchMedia?.('(min-width: 1101px)');

function subscribe(listener: () => void): () => void {
  wide?.addEventListener('change', listener);
  return () => wide?.removeEventListener('change', listener);
}

/** Whether there is room for a rail beside the page. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide?.matches ?? true);
}
