import { useRef, useState } from 'react';
import type { OneOnOne } from '../contract.ts';
import { editLeadsTo } from './autosave/edit-leads-to.ts';

export interface Consent {
  /** True where an edit would change the state, and nobody has agreed to that yet. */
  isNeeded: boolean;
  /** Where it is being asked: the id of an item or a section, or `record`. */
  askedAt: string | null;
  /** Runs the action at once, or after one has agreed. */
  run: (place: string, action: () => void) => void;
  agree: () => void;
  decline: () => void;
}

/** Editing what somebody is asked to approve takes it back to active; that is said once, beforehand. */
export function useConsent({ state, abilities }: Pick<OneOnOne, 'state' | 'abilities'>): Consent {
  const [isGiven, setGiven] = useState(false);
  const [asked, setAsked] = useState<{ place: string; action: () => void } | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const changesState = abilities.edit && editLeadsTo(state) !== state;
  if (!changesState && isGiven) setGiven(false);
  if (!changesState && asked !== null) setAsked(null);
  const isNeeded = changesState && !isGiven;
  return {
    isNeeded,
    askedAt: asked?.place ?? null,
    run: (place, action) => {
      if (!isNeeded) {
        action();
        return;
      }
      cameFrom.current = document.activeElement;
      setAsked({ place, action });
    },
    agree: () => {
      setGiven(true);
      setAsked(null);
      asked?.action();
    },
    decline: () => {
      setAsked(null);
      const { current } = cameFrom;
      setTimeout(() => current instanceof HTMLElement && current.focus());
    },
  };
}
