import { queryClient, queryOf, refresh } from '../../../web/shell/queries.ts';
import { seriesRoutes as routes, type Series } from '../contract.ts';

/** All of mine: nobody has more than a page of them. */
export const seriesListQuery = queryOf(routes.list, { query: { limit: 200 } });

export function seriesQuery(seriesId: string) {
  return queryOf(routes.open, { params: { seriesId } });
}

export function meetingsQuery(seriesId: string) {
  return queryOf(routes.meetings, { params: { seriesId } });
}

/** After a change of the arrangement or of a meeting: what is next may be another one everywhere. */
export async function showSeries(series: Series): Promise<void> {
  queryClient.setQueryData(seriesQuery(series.id).queryKey, series);
  await refresh(routes.list, routes.meetings);
}

export async function refreshMeetings(): Promise<void> {
  await refresh(routes.list, routes.open, routes.meetings);
}
