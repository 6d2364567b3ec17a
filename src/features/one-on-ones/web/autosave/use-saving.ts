import { useRef, useSyncExternalStore } from 'react';
import type { Saving } from '../../../../web/ui/save-state.tsx';
import type { OneOnOne } from '../../contract.ts';
import { savingOf } from './saving-of.ts';
import { useSaver } from './use-record-saver.ts';

/** The save state of the record on this page. */
export function useSaving({ updatedAt }: Pick<OneOnOne, 'updatedAt'>): Saving {
  const saver = useSaver();
  const last = useRef<{ key: string; saving: Saving } | null>(null);
  return useSyncExternalStore(saver.subscribe, () => {
    const saving = savingOf(saver.drafts(), later(saver.savedAt(), updatedAt));
    const key = JSON.stringify(saving);
    if (last.current?.key !== key) last.current = { key, saving };
    return last.current.saving;
  });
}

/** A title or an order that was changed is saved too, after the last answer perhaps. */
function later(savedAt: Date | null, updatedAt: string): string | Date {
  return savedAt !== null && savedAt.getTime() > Date.parse(updatedAt) ? savedAt : updatedAt;
}
