import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { followUpQuery } from '../../features/action-items/web/action-item-queries.ts';
import { oneOnOneRoutes, type ListedOneOnOne, type OneOnOne } from '../../features/one-on-ones/contract.ts';
import { isFrozen, isShared } from '../../features/one-on-ones/domain/states.ts';
import { openQuery } from '../../features/one-on-ones/web/open-query.ts';
import { OneOnOneView } from '../../features/one-on-ones/web/one-on-one-view.tsx';
import { isOfThePair } from '../../features/one-on-ones/web/pair.ts';
import { previousQuery } from '../../features/one-on-ones/web/record-rail.tsx';
import { RecordSlotsContext } from '../../features/one-on-ones/web/record-slots.ts';
import { WritingContext } from '../shell/writing.ts';
import { RichTextEditor } from '../../features/rich-text/web/rich-text-editor.tsx';
import { RichTextReader } from '../../features/rich-text/web/rich-text-reader.tsx';
import { Problem } from '../../shared/problems.ts';
import { queryClient } from '../shell/queries.ts';
import { meQuery, useMe } from '../shell/session.ts';
import { ErrorPage } from '../ui/error-page.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { recordParts } from './record-parts.tsx';

const route = getRouteApi('/inside/one-on-ones/$oneOnOneId');
const writing = { Editor: RichTextEditor, Reader: RichTextReader };
/** Live events tell what the other side does; where a proxy holds them back, the page looks by itself. */
const everyMinute = 60_000;

export function prefetchOneOnOne(oneOnOneId: string): void {
  const opened = queryClient.prefetchQuery(openQuery(oneOnOneId));
  void prefetchOfThePair(oneOnOneId, opened);
}

/** What is between the two is not asked for by somebody else. A list that showed the row knows; else the record does. */
async function prefetchOfThePair(oneOnOneId: string, opened: Promise<void>): Promise<void> {
  const known = listedRow(oneOnOneId);
  if (known === undefined) await opened;
  const record = known ?? queryClient.getQueryData(openQuery(oneOnOneId).queryKey);
  const me = await queryClient.ensureQueryData(meQuery).catch(() => undefined);
  if (record === undefined || me === undefined || !isOfThePair(record, me.person.id)) return;
  void queryClient.prefetchQuery(previousQuery(oneOnOneId));
  void queryClient.prefetchQuery(followUpQuery(oneOnOneId));
  void import('../../features/action-items/web/follow-up.tsx').catch(() => {}); // shown late, then
}

interface Listed {
  items?: ListedOneOnOne[];
  pages?: Listed[];
}

function listedRow(oneOnOneId: string): ListedOneOnOne | undefined {
  return queryClient
    .getQueriesData<Listed>({ queryKey: [oneOnOneRoutes.list.path] })
    .flatMap(([, list]) => [list, ...(list?.pages ?? [])])
    .flatMap((list) => list?.items ?? [])
    .find(({ id }) => id === oneOnOneId);
}

const aMoment = 300;

/** The record waits a moment for what stands above its words, so that they do not jump under somebody who reads. */
function useWhatStandsAbove(record: OneOnOne | undefined, oneOnOneId: string, myId: string): boolean {
  const hasRecord = record !== undefined;
  const isAsked = hasRecord && isOfThePair(record, myId);
  const { isLoading: isPending } = useQuery({ ...followUpQuery(oneOnOneId), enabled: isAsked });
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!hasRecord || !isPending) return undefined;
    const timer = setTimeout(() => setLate(true), aMoment);
    return () => clearTimeout(timer);
  }, [hasRecord, isPending]);
  return !isPending || isLate;
}

/** What told of this record is read with it. */
function useReadNotices(oneOnOneId: string, isDue: boolean): void {
  useEffect(() => {
    if (!isDue) return;
    void import('../../features/inbox/web/inbox-queries.ts')
      .then(async ({ markRecordRead }) => markRecordRead(oneOnOneId))
      .catch(() => {}); // it stays unread
  }, [oneOnOneId, isDue]);
}

export function OneOnOnePage() {
  const { oneOnOneId } = route.useParams();
  const { person, unreadNotices } = useMe();
  const { data, error, refetch } = useQuery({
    ...openQuery(oneOnOneId),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isShared(state.data.state) && !isFrozen(state.data.state)
        ? everyMinute
        : false,
    refetchOnWindowFocus: 'always',
  });
  // Somebody who read it here and lost it: nothing of it stays on the screen, and the page says why.
  const [seen, setSeen] = useState<string | null>(null);
  if (data !== undefined && seen !== oneOnOneId) setSeen(oneOnOneId);
  const isGone = error instanceof Problem && error.code === 'not_found';
  const isWhole = useWhatStandsAbove(data, oneOnOneId, person.id);
  useReadNotices(oneOnOneId, data !== undefined && unreadNotices > 0);
  if (isGone && seen === oneOnOneId) return <NoLongerHere />;
  if (data === undefined || !isWhole) {
    if (data === undefined && error !== null)
      return <ErrorPage error={error} onRetry={() => void refetch()} />;
    return (
      <Page width="reading">
        <Skeleton shape="title" lines={8} />
      </Page>
    );
  }
  return (
    <WritingContext value={writing}>
      <RecordSlotsContext value={recordParts}>
        <OneOnOneView key={data.id} record={data} myId={person.id} />
      </RecordSlotsContext>
    </WritingContext>
  );
}

function NoLongerHere() {
  return (
    <Page width="narrow">
      <PageHeader
        title="You can no longer read this one-on-one"
        lead="It was deleted, or you are no longer one of its readers. If that surprises you, ask its manager."
      />
      <p>
        <LinkButton to="/one-on-ones">Go to your one-on-ones</LinkButton>
      </p>
    </Page>
  );
}
