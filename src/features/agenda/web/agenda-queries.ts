import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../web/shell/call.ts';
import { queryClient, queryOf, refresh } from '../../../web/shell/queries.ts';
import { agendaRoutes as routes, type Agenda } from '../contract.ts';

export function agendaQuery(seriesId: string) {
  return queryOf(routes.open, { params: { seriesId } });
}

export function settledQuery(seriesId: string, show: 'discussed' | 'dropped') {
  return infiniteQueryOptions({
    queryKey: [routes.history.path, { params: { seriesId } }, 'pages', show],
    queryFn: async ({ pageParam, signal }) =>
      call(routes.history, {
        params: { seriesId },
        query: { show, limit: 50, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function noteQuery(pointId: string) {
  return queryOf(routes.readNote, { params: { pointId } });
}

export function showAgenda(seriesId: string, agenda: Agenda): void {
  queryClient.setQueryData(agendaQuery(seriesId).queryKey, agenda);
}

export async function refreshAgenda(): Promise<void> {
  await refresh(routes.open, routes.history);
}
