import { useEffect, useState } from 'react';
import { createRemovals, type Removals } from './removals.ts';

/** What is taken away on this part of the page, to be taken back while its message stands; written when one leaves. */
export function useRemovals(): Removals {
  const [, redraw] = useState(0);
  const [removals] = useState(() => createRemovals(() => redraw((count) => count + 1)));
  useEffect(() => {
    const gone = () => removals.commitAll(true);
    globalThis.addEventListener('pagehide', gone);
    return () => {
      globalThis.removeEventListener('pagehide', gone);
      removals.commitAll(true);
    };
  }, [removals]);
  return removals;
}
