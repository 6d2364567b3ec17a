import { sql } from 'kysely';
import { json } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { todayIn } from '../../../server/http/today.ts';
import { newId } from '../../../server/ids.ts';
import { problem } from '../../../shared/problems.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { sideOf } from '../../series/domain/rights.ts';
import { prepareInSeries, seriesStanding } from '../../series/server/series-reach.ts';
import type { TalkingPoint } from '../contract.ts';
import { nextRank } from '../domain/order.ts';
import { maxOpenPoints } from '../domain/points.ts';
import type { PointKind } from '../domain/points.ts';
import { letMarkFall } from './let-mark-fall.ts';
import { pointRows, unsettledPoints } from './point-queries.ts';
import { presentNow } from './present-point.ts';
import { refuseNoLaterDay } from './put-off-point.ts';

interface NewPoint {
  id?: string | undefined;
  kind: PointKind;
  body: RichText;
  shared: boolean;
  recurring: boolean;
  laterUntil: string | null;
}

/** What arrives a second time, because its answer was lost, is the point that is there. */
export async function addPoint(context: Context, seriesId: string, wanted: NewPoint): Promise<TalkingPoint> {
  const { db, viewer, now } = context;
  const series = await prepareInSeries(context, seriesId, 'arrange');
  const id = wanted.id ?? newId();
  const [known] = wanted.id === undefined ? [] : await pointRows(db, sql`p.id = ${id}`);
  if (known !== undefined && known.author_id === viewer.id && known.series_id === seriesId) {
    return presentNow(context, series, id);
  }
  if (wanted.laterUntil !== null) {
    refuseNoLaterDay(wanted.laterUntil, todayIn(series.rule.timeZone, now), 'laterUntil');
  }
  // Of the points that this viewer sees: a count of all would tell of the other's private ones.
  const others = await unsettledPoints(db, seriesId);
  if (others.length >= maxOpenPoints) {
    const detail = `An agenda holds at most ${maxOpenPoints} points. Discuss or drop some first.`;
    throw problem('conflict', { detail });
  }
  const ranks = others.map(({ rank }) => rank);
  const rank = nextRank(sideOf(seriesStanding(series, viewer.id)), ranks);
  const added = await db.run(sql`
    insert into talking_point (id, series_id, author_id, kind, body, shared, shared_at, rank, recurring, raised_at,
                               later_until)
    values (${id}, ${seriesId}, ${viewer.id}, ${wanted.kind}, ${json(wanted.body)}, ${wanted.shared},
            ${wanted.shared ? now : null}, ${rank}, ${wanted.recurring}, ${now}, ${wanted.laterUntil})
        on conflict (id) do nothing`);
  // The same for a point that the viewer sees and for one that they do not.
  if (added === 0) throw problem('conflict', { detail: 'Send it again with another id.' });
  if (wanted.shared && wanted.laterUntil === null) await letMarkFall(context, series);
  return presentNow(context, series, id);
}
