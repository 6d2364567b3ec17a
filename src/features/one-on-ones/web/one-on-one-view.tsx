import { Suspense } from 'react';
import { late } from '../../../web/ui/late.ts';
import { Page } from '../../../web/ui/page.tsx';
import type { OneOnOne } from '../contract.ts';
import { ApprovalLine } from './approval-line.tsx';
import { RailSheet } from './rail-sheet.tsx';
import { useRecord } from './record-context.ts';
import { RecordHeader } from './record-header.tsx';
import { RecordNotes } from './record-notes.tsx';
import { RecordProvider } from './record-provider.tsx';
import { RecordRail } from './record-rail.tsx';
import { RecordStrip } from './record-strip.tsx';
import { useRecordSlots } from './record-slots.ts';
import { SectionView } from './section-view.tsx';
import { StateBar } from './state-bar.tsx';
import { usePreviousAnswers } from './use-previous-answers.ts';
import { useRefreshOnNewState } from './use-refresh-on-new-state.ts';
import { useWide } from './use-wide.ts';

const AddSection = late(() => import('./add-section.tsx'));
const ChangesPanel = late(() => import('./changes-panel.tsx'));

interface OneOnOneViewProps {
  record: OneOnOne;
  myId: string;
}

/** One record, to be read and, by whom the server lets, written. Give it the record's id as its key. */
export function OneOnOneView({ record, myId }: OneOnOneViewProps) {
  const isWide = useWide();
  const { Above, Below } = useRecordSlots();
  useRefreshOnNewState(record.state);
  return (
    <RecordProvider record={record} myId={myId}>
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
          <Sections />
          {record.abilities.edit && (
            <Suspense>
              <AddSection />
            </Suspense>
          )}
          <Below record={record} myId={myId} />
        </article>
      </Page>
    </RecordProvider>
  );
}

function Sections() {
  const { record, structure } = useRecord();
  const previous = usePreviousAnswers();
  return record.sections
    .filter(({ id }) => !structure.isRemoved(id))
    .map((section) => <SectionView key={section.id} section={section} previous={previous} />);
}
