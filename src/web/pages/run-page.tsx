import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { meetingQuery } from '../../features/meeting-records/web/meeting-query.ts';
import { RunEnding } from '../../features/meeting-records/web/run-ending.tsx';
import { RunView } from '../../features/meeting-records/web/run-view.tsx';
import type { RecordedMeeting } from '../../features/meeting-records/contract.ts';
import type { Item } from '../../features/one-on-ones/contract.ts';
import { useSaver } from '../../features/one-on-ones/web/autosave/use-record-saver.ts';
import { ItemView } from '../../features/one-on-ones/web/item-view.tsx';
import { openQuery } from '../../features/one-on-ones/web/open-query.ts';
import { useRecord } from '../../features/one-on-ones/web/record-context.ts';
import { RecordNext } from '../../features/one-on-ones/web/record-next.tsx';
import { RecordNotes } from '../../features/one-on-ones/web/record-notes.tsx';
import { RecordProvider } from '../../features/one-on-ones/web/record-provider.tsx';
import { RecordSlotsContext } from '../../features/one-on-ones/web/record-slots.ts';
import { usePreviousAnswers } from '../../features/one-on-ones/web/use-previous-answers.ts';
import { RichTextEditor } from '../../features/rich-text/web/rich-text-editor.tsx';
import { RichTextReader } from '../../features/rich-text/web/rich-text-reader.tsx';
import { seriesQuery } from '../../features/series/web/series-queries.ts';
import { whenInWords } from '../../features/series/web/series-words.ts';
import { useMe } from '../shell/session.ts';
import { WritingContext } from '../shell/writing.ts';
import { ErrorPage } from '../ui/error-page.tsx';
import { late } from '../ui/late.ts';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { recordParts } from './record-parts.tsx';
import { RunHead } from './run-head.tsx';

const ActionItems = late(() => import('../../features/action-items/web/record-action-items.tsx'));

const route = getRouteApi('/inside/one-on-ones/$oneOnOneId/run');
const writing = { Editor: RichTextEditor, Reader: RichTextReader };

/** The record while the two sit together, for whoever leads the meeting; everybody else reads the record itself. */
export function RunPage() {
  const { oneOnOneId } = route.useParams();
  const { person } = useMe();
  const { data, error, refetch } = useQuery(openQuery(oneOnOneId));
  const leads = data?.abilities.requestApproval ?? false;
  const meeting = useQuery({ ...meetingQuery(oneOnOneId), enabled: leads });
  if (data === undefined && error !== null) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data === undefined || (leads && meeting.isPending)) {
    return (
      <Page width="reading">
        <Skeleton shape="title" lines={8} />
      </Page>
    );
  }
  if (!leads) return <Navigate to="/one-on-ones/$oneOnOneId" params={{ oneOnOneId }} replace />;
  return (
    <WritingContext value={writing}>
      <RecordSlotsContext value={recordParts}>
        <RecordProvider key={data.id} record={data} myId={person.id}>
          <Run meeting={meeting.data?.meeting ?? null} />
        </RecordProvider>
      </RecordSlotsContext>
    </WritingContext>
  );
}

function Run({ meeting }: { meeting: RecordedMeeting | null }) {
  const { record, myId } = useRecord();
  const { step = 1 } = route.useSearch();
  const navigate = useNavigate();
  const saver = useSaver();
  const agreed = (
    <Suspense>
      <ActionItems record={record} myId={myId} />
    </Suspense>
  );
  return (
    <RunView
      record={record}
      myId={myId}
      meeting={meeting}
      at={step - 1}
      onStep={(to) =>
        void navigate({
          to: '/one-on-ones/$oneOnOneId/run',
          params: { oneOnOneId: record.id },
          search: { step: to + 1 },
          replace: true,
          resetScroll: false,
        })
      }
      onLeave={(items) => {
        for (const { id } of items) saver.dispatch(id, { type: 'left' });
      }}
      ItemShown={ItemShown}
      head={<RunHead />}
      below={
        <>
          <RecordNotes />
          {agreed}
        </>
      }
      ending={
        <RunEnding
          record={record}
          next={meeting && <MeetAgain seriesId={meeting.seriesId} />}
          agreed={agreed}
          acts={<RecordNext />}
        />
      }
    />
  );
}

function ItemShown({ item }: { item: Item }) {
  return <ItemView item={item} previous={usePreviousAnswers().get(item.id)} />;
}

function MeetAgain({ seriesId }: { seriesId: string }) {
  const { data } = useQuery(seriesQuery(seriesId));
  if (data === undefined) return <Skeleton lines={1} />;
  return (
    <>
      <p>{data.next === null ? 'No meeting is planned.' : whenInWords(data.next.startsAt)}</p>
      <p>
        <Link to="/series/$seriesId" params={{ seriesId }}>
          {data.next === null ? 'Plan one' : 'Agenda and meetings'}
        </Link>
      </p>
    </>
  );
}
