import { useEffect } from 'react';
import type { LiveEvent } from '../../features/live/contract.ts';
import { liveRoutes } from '../../features/live/contract.ts';
import { oneOnOneRoutes } from '../../features/one-on-ones/contract.ts';
import { peopleRoutes } from '../../features/people/contract.ts';
import { followSeries, refreshSeries } from './live-series.ts';
import { queryClient, queryOf, refresh } from './queries.ts';

interface OpenPage {
  oneOnOneId?: string | undefined;
  seriesId?: string | undefined;
}

/**
 * Follows what others do while the page is in sight: of the one-on-one or the series that is open, and of my inbox. A
 * hidden page listens to nothing and catches up when it is seen again, because a browser opens only six connections to
 * one server.
 */
export function useLive({ oneOnOneId, seriesId }: OpenPage): void {
  useEffect(() => {
    const url = addressOf({ oneOnOneId, seriesId });
    let source: EventSource | null = null;
    let isFirst = true;
    const hear = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as LiveEvent; // as our own server writes it
      if (event.is === 'ready' && isFirst) isFirst = false;
      else if (event.is === 'ready') catchUp({ oneOnOneId, seriesId });
      else if (event.is === 'inbox') refreshInbox();
      else if (oneOnOneId !== undefined) followRecord(oneOnOneId, event);
      else if (seriesId !== undefined) followSeries(seriesId, event);
    };
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        source?.close();
        source = null;
      } else if (source === null) {
        source = new EventSource(url);
        source.addEventListener('message', hear);
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [oneOnOneId, seriesId]);
}

function addressOf({ oneOnOneId, seriesId }: OpenPage): string {
  if (oneOnOneId !== undefined) return liveRoutes.oneOnOne.path.replace('{oneOnOneId}', oneOnOneId);
  if (seriesId !== undefined) return liveRoutes.series.path.replace('{seriesId}', seriesId);
  return liveRoutes.mine.path;
}

function refreshInbox(): void {
  void refresh(peopleRoutes.me, oneOnOneRoutes.list);
  void queryClient.invalidateQueries({ predicate: ({ queryKey: [path] }) => isOfInbox(path) });
}

function isOfInbox(path: unknown): boolean {
  return typeof path === 'string' && path.startsWith('/api/notices');
}

function catchUp({ oneOnOneId, seriesId }: OpenPage): void {
  refreshInbox();
  if (oneOnOneId !== undefined) void queryClient.invalidateQueries({ predicate: isOf(oneOnOneId) });
  if (seriesId !== undefined) void refreshSeries(seriesId);
}

function followRecord(oneOnOneId: string, event: Extract<LiveEvent, { is: 'changed' | 'gone' }>): void {
  // What was read stays in no cache of somebody who can no longer read it.
  if (event.is === 'gone') void queryClient.resetQueries({ predicate: isOf(oneOnOneId) });
  else if (!isMyOwn(oneOnOneId, event)) {
    void queryClient.invalidateQueries({ predicate: isOf(oneOnOneId) });
  }
}

/** A change of the record that this page has in hand already, as a rule because it wrote it. */
function isMyOwn(oneOnOneId: string, { what, version }: Extract<LiveEvent, { is: 'changed' }>): boolean {
  const { queryKey } = queryOf(oneOnOneRoutes.open, { params: { oneOnOneId } });
  const known = queryClient.getQueryData(queryKey)?.version;
  return (
    what.every((thing) => thing === 'one-on-one') &&
    version !== undefined &&
    known !== undefined &&
    version <= known
  );
}

function isOf(oneOnOneId: string) {
  return ({ queryKey }: { queryKey: readonly unknown[] }) =>
    JSON.stringify(queryKey).includes(`"oneOnOneId":"${oneOnOneId}"`);
}
