import type { Context } from '../../../server/http/serve.ts';
import { todayIn } from '../../../server/http/today.ts';
import { problem } from '../../../shared/problems.ts';
import { prepareInSeries } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import type { PointPlace } from '../domain/points.ts';
import { mayWithPoint } from '../domain/rights.ts';
import type { PointAct } from '../domain/rights.ts';
import { placeOfRow } from './present-point.ts';
import { reachPoint } from './point-queries.ts';
import type { PointRow } from './point-queries.ts';

export interface PreparedPoint {
  series: SeriesRow;
  point: PointRow;
  place: PointPlace;
  /** In the series' time zone. */
  today: string;
}

/** Reach (404), right (403), open series (409), on the locked series. */
export async function preparePoint(context: Context, id: string, act: PointAct): Promise<PreparedPoint> {
  const { db, viewer, now } = context;
  const known = await reachPoint(db, id);
  if (!mayWithPoint(act, { isMine: known.author_id === viewer.id })) {
    throw problem('forbidden', { detail: 'Only whoever raised a point can do that.' });
  }
  const series = await prepareInSeries(context, known.series_id, 'arrange');
  const point = await reachPoint(db, id); // again, now that the series is locked
  const today = todayIn(series.rule.timeZone, now);
  return { series, point, place: placeOfRow(point, today), today };
}

/** 409 for what was ticked off or dropped. */
export function refuseSettled({ place }: { place: PointPlace }): void {
  if (place === 'discussed') {
    throw problem('conflict', { detail: 'This point was discussed. Open it again first.' });
  }
  if (place === 'dropped')
    throw problem('conflict', { detail: 'This point was dropped. Take it up again first.' });
}
