import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { seriesQuery } from '../../features/series/web/series-queries.ts';
import { otherOfSeries, untilInWords, whenInWords } from '../../features/series/web/series-words.ts';
import type { Series } from '../../features/series/contract.ts';
import { RichTextEditor } from '../../features/rich-text/web/rich-text-editor.tsx';
import { RichTextReader } from '../../features/rich-text/web/rich-text-reader.tsx';
import { useMe } from '../shell/session.ts';
import { WritingContext } from '../shell/writing.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { Link } from '../ui/link.tsx';
import { Note } from '../ui/note.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PrepSteps } from './prep/prep-steps.tsx';

const route = getRouteApi('/inside/series/$seriesId/prep');
const writing = { Editor: RichTextEditor, Reader: RichTextReader };

/** All that one of the two wants to have looked at before they meet, on one screen. */
export function PrepPage() {
  const { seriesId } = route.useParams();
  const { data, error, refetch } = useQuery(seriesQuery(seriesId));
  if (error !== null && data === undefined) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Page width="reading">
        <Skeleton shape="title" lines={6} />
      </Page>
    );
  }
  return <Prep series={data} />;
}

function Prep({ series }: { series: Series }) {
  const { person } = useMe();
  const other = otherOfSeries(series, person.id);
  const { next } = series;
  const mine = person.id === series.manager.id ? series.managerPrepares : series.employeePrepares;
  return (
    <Page width="reading">
      <PageHeader
        title="Prepare"
        tabTitle={`Prepare: ${other.name}`}
        above={
          <Breadcrumbs>
            <Link to="/series">Meetings</Link>
            <Link to="/series/$seriesId" params={{ seriesId: series.id }}>
              {other.name}
            </Link>
          </Breadcrumbs>
        }
        lead={
          next === null
            ? `For your next meeting with ${other.name}`
            : `With ${other.name}, ${whenInWords(next.startsAt)} (${untilInWords(next.startsAt)})`
        }
      />
      {!series.isOpen && <Note>This series has ended: there is no meeting to prepare for.</Note>}
      {series.isOpen && mine !== '' && <Note>You prepare: {mine}</Note>}
      <WritingContext value={writing}>
        <PrepSteps key={series.id} series={series} />
      </WritingContext>
    </Page>
  );
}
