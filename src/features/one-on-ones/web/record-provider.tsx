import type { ReactNode } from 'react';
import type { OneOnOne } from '../contract.ts';
import { SaverContext, useRecordSaver } from './autosave/use-record-saver.ts';
import { RecordContext } from './record-context.ts';
import { useStructure } from './structure/use-structure.ts';
import { useConsent } from './use-consent.ts';

interface RecordProviderProps {
  record: OneOnOne;
  myId: string;
  children: ReactNode;
}

/** One record in hand: what is typed into it is saved for as long as this stands. Give it the record's id as its key. */
export function RecordProvider({ record, myId, children }: RecordProviderProps) {
  const saver = useRecordSaver(record, myId);
  const structure = useStructure(record, saver);
  const consent = useConsent(record);
  return (
    <SaverContext value={saver}>
      <RecordContext value={{ record, myId, consent, structure }}>{children}</RecordContext>
    </SaverContext>
  );
}
