import { createContext, use } from 'react';
import type { OneOnOne } from '../contract.ts';
import type { Consent } from './use-consent.ts';
import type { Structure } from './structure/use-structure.ts';

interface RecordInHand {
  record: OneOnOne;
  myId: string;
  consent: Consent;
  structure: Structure;
}

/** The record on this page, for everything that is drawn inside it. */
export const RecordContext = createContext<RecordInHand | null>(null);

export function useRecord(): RecordInHand {
  const inHand = use(RecordContext);
  if (inHand === null) throw new Error('No record around this.');
  return inHand;
}
