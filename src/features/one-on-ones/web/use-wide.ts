import { useSyncExternalStore } from 'react';

const wide = globalThis.matchMedia?.('(min-width: 1101px)');
const paper = globalThis.matchMedia?.('print');
let lastOnScreen = true;

function subscribe(listener: () => void): () => void {
  wide?.addEventListener('change', listener);
  return () => wide?.removeEventListener('change', listener);
}

/** Paper is narrow, and no reason to build the page anew while it is being printed. */
function isWide(): boolean {
  if (!paper?.matches) lastOnScreen = wide?.matches ?? true;
  return lastOnScreen;
}

/** Whether there is room for a rail beside the page. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide);
}
