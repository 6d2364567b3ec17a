import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Page } from '../../../web/ui/page.tsx';
import type { OneOnOne } from '../contract.ts';
import { AddSection } from './add-section.tsx';
import { ApprovalLine } from './approval-line.tsx';
import { SaverContext, useRecordSaver } from './autosave/use-record-saver.ts';
import { isOfThePair } from './pair.ts';
import { RailSheet } from './rail-sheet.tsx';
import { RecordContext, useRecord } from './record-context.ts';
import { RecordHeader } from './record-header.tsx';
import { RecordNotes } from './record-notes.tsx';
import { previousQuery, RecordRail } from './record-rail.tsx';
import { RecordStrip } from './record-strip.tsx';
import { useRecordSlots } from './record-slots.ts';
import { SectionView } from './section-view.tsx';
import { StateBar } from './state-bar.tsx';
import { useStructure } from './structure/use-structure.ts';
import { useConsent } from './use-consent.ts';
import { useRefreshOnNewState } from './use-refresh-on-new-state.ts';
import { useWide } from './use-wide.ts';

const ChangesPanel = late(() => import('./changes-panel.tsx'));

interface OneOnOneViewProps {
  record: OneOnOne;
  myId: string;
}

/** One record, to be read and, by whom the server lets, written. Give it the record's id as its key. */
export function OneOnOneView({ record, myId }: OneOnOneViewProps) {
  const saver = useRecordSaver(record, myId);
  const structure = useStructure(record, saver);
  const consent = useConsent(record);
  const isWide = useWide();
  const { Above, Below } = useRecordSlots();
  useRefreshOnNewState(record.state);
  return (
    <SaverContext value={saver}>
      <RecordContext value={{ record, myId, consent, structure }}>
        <Page width="reading" {...(isWide && { rail: <RecordRail /> })}>
          <article>
            <RecordHeader />
            <RecordStrip />
            {!isWide && <RailSheet />}
            <StateBar />
            <RecordNotes />
            <ApprovalLine />
            {record.abilities.approve && (
              <Suspense>
                <ChangesPanel />
              </Suspense>
            )}
            <Above record={record} myId={myId} />
            <Sections record={record} isRemoved={structure.isRemoved} />
            {record.abilities.edit && <AddSection />}
            <Below record={record} myId={myId} />
          </article>
        </Page>
      </RecordContext>
    </SaverContext>
  );
}

function Sections({ record, isRemoved }: { record: OneOnOne; isRemoved: (id: string) => boolean }) {
  const { myId } = useRecord();
  const { data } = useQuery({ ...previousQuery(record.id), enabled: isOfThePair(record, myId) });
  const previous = useMemo(() => new Map(data?.items.map((answer) => [answer.itemId, answer])), [data]);
  return record.sections
    .filter(({ id }) => !isRemoved(id))
    .map((section) => <SectionView key={section.id} section={section} previous={previous} />);
}
