import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { StartMeeting } from '../../features/meeting-records/web/start-meeting.tsx';
import { orderTemplates } from '../../features/one-on-ones/web/order-templates.ts';
import { useWide } from '../../features/one-on-ones/web/use-wide.ts';
import { MeetingsAhead } from '../../features/series/web/meetings-ahead.tsx';
import { NextMeeting } from '../../features/series/web/next-meeting.tsx';
import { RegularityLine } from '../../features/series/web/regularity-line.tsx';
import { meetingsQuery, seriesQuery } from '../../features/series/web/series-queries.ts';
import { otherOfSeries, ruleInWords } from '../../features/series/web/series-words.ts';
import type { Series } from '../../features/series/contract.ts';
import { templateRoutes } from '../../features/templates/contract.ts';
import { queryClient, queryOf } from '../shell/queries.ts';
import { useMe } from '../shell/session.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { late } from '../ui/late.ts';
import { Link, LinkButton } from '../ui/link.tsx';
import { Note } from '../ui/note.tsx';
import { Page, PageHeader, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SeriesParts } from './series-parts.tsx';

const FollowUpFigure = late(() => import('../../features/meeting-records/web/follow-up-figure.tsx'));

const route = getRouteApi('/inside/series/$seriesId');

/** While the page's code still comes. */
export function prefetchSeries(seriesId: string): void {
  void queryClient.prefetchQuery(seriesQuery(seriesId));
}

/** The home of a pair: the same page for both, each with their own private things. */
export function SeriesPage() {
  const { seriesId } = route.useParams();
  const { data, error, refetch } = useQuery(seriesQuery(seriesId));
  if (error !== null && data === undefined) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Page>
        <Skeleton shape="title" lines={6} />
      </Page>
    );
  }
  return <Home series={data} />;
}

function Home({ series }: { series: Series }) {
  const me = useMe();
  const isWide = useWide();
  const other = otherOfSeries(series, me.person.id);
  const templates = useQuery({
    ...queryOf(templateRoutes.listTemplates, { query: { limit: 200 } }),
    enabled: series.abilities.change,
  });
  const meetings = useQuery({ ...meetingsQuery(series.id), enabled: series.abilities.hold });
  return (
    <Page {...(isWide && { rail: <Rail series={series} /> })}>
      <PageHeader
        title={other.name}
        tabTitle={`One-on-ones with ${other.name}`}
        above={
          <Breadcrumbs>
            <Link to="/series">Meetings</Link>
          </Breadcrumbs>
        }
        lead={series.isOpen ? ruleInWords(series.rule) : undefined}
        actions={
          series.abilities.arrange ? (
            <>
              <LinkButton to="/numbers/$personId" params={{ personId: series.employee.id }}>
                Numbers
              </LinkButton>
              <LinkButton to="/series/$seriesId/prep" params={{ seriesId: series.id }}>
                Prepare
              </LinkButton>
            </>
          ) : undefined
        }
      />
      {!series.isOpen && (
        <Note>
          This series has ended. What was written stays with both of you, and nobody else can read it.
        </Note>
      )}
      <NextMeeting
        series={series}
        templates={templates.data?.items ?? []}
        start={
          series.abilities.hold && (
            <StartMeeting
              series={series}
              templates={orderTemplates(templates.data?.items ?? [], me.person.id)}
              meetings={[...(meetings.data?.ahead ?? []), ...(meetings.data?.past ?? [])]}
            />
          )
        }
      />
      <SeriesParts series={series} />
      {!isWide && <Rail series={series} />}
    </Page>
  );
}

/** Beside the page where there is room, else at its end. */
function Rail({ series }: { series: Series }) {
  return (
    <>
      {series.isOpen && (
        <Section title="Meetings ahead">
          <MeetingsAhead series={series} />
        </Section>
      )}
      <RegularityLine seriesId={series.id} />
      <Suspense>
        <FollowUpFigure seriesId={series.id} />
      </Suspense>
    </>
  );
}
