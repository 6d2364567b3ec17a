import { useEffect, useEffectEvent } from 'react';

type Settle = () => Promise<unknown>;

const waiting = new Set<Settle>();

/**
 * What this part of the page still has to write (a removal that can be undone, a change on its way) is written before
 * an act that settles the record: sharing, sending for approval.
 */
export function useWaitingWrites(settle: Settle): void {
  const latest = useEffectEvent(settle);
  useEffect(() => {
    const own = async () => latest();
    waiting.add(own);
    return () => void waiting.delete(own);
  }, []);
}

export async function settleWaitingWrites(): Promise<void> {
  await Promise.all([...waiting].map(async (settle) => settle()));
}
