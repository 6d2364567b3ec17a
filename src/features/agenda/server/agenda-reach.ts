import { build, json } from '../../../server/database/query.ts';
import type { Db } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { todayIn } from '../../../server/http/today.ts';
import { problem } from '../../../shared/problems.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { reachSeries } from '../../series/server/series-reach.ts';
import type { TalkingPoint } from '../contract.ts';
import { unsettledPoints } from './point-queries.ts';
import type { PointRow } from './point-queries.ts';
import { preparePoint } from './prepare-point.ts';
import { placeOfRow, presentNow } from './present-point.ts';
import { writePoint } from './write-point.ts';

export type { PointRow };

/** The shared open points in order: what a meeting is about. */
export async function openPointsFor(
  { db, now }: Pick<Context, 'db' | 'now'>,
  seriesId: string,
): Promise<PointRow[]> {
  const series = await reachSeries(db, seriesId);
  const today = todayIn(series.rule.timeZone, now);
  const rows = await unsettledPoints(db, seriesId);
  return rows.filter((row) => row.shared && placeOfRow(row, today) === 'open');
}

/** When a meeting is held: objective, topics and ready marks were its own. The caller has locked the series. */
export async function emptyAgenda({ db }: { db: Db }, seriesId: string): Promise<void> {
  await db.run(
    build
      .updateTable('agenda')
      .set((column) => ({
        objective: '',
        topics: [],
        manager_ready_at: null,
        employee_ready_at: null,
        version: column('version', '+', 1),
      }))
      .where('series_id', '=', seriesId),
  );
}

export interface Discussion {
  outcome?: RichText | null | undefined;
  isDecision?: boolean | undefined;
}

/** Ticked off by either. Whoever writes what came of it is named with it, also where the other had ticked it off. */
export async function discussPoint(
  context: Context,
  id: string,
  { outcome, isDecision }: Discussion,
): Promise<TalkingPoint> {
  const { db, viewer, now } = context;
  const { series, point, place } = await preparePoint(context, id, 'discuss');
  if (!point.shared) {
    throw problem('conflict', { detail: 'Only you see this point. Put it on the agenda first.' });
  }
  if (place === 'dropped') throw problem('conflict', { detail: 'This point was dropped.' });
  const isFirst = place !== 'discussed';
  const saysSomething = outcome !== undefined || isDecision !== undefined;
  const isTheirs = point.discussed_by !== viewer.id;
  if (!isFirst && isTheirs && point.outcome !== null && outcome !== undefined) {
    // Both wrote down what came of it: the second would take the first's words away unseen.
    const detail = `${point.discussed_by_name ?? 'The other'} has written down what came of it. Open it again to change that.`;
    throw problem('conflict', { detail });
  }
  const before = isFirst ? { outcome: null, is_decision: false } : point;
  await writePoint(db, point, {
    ...(isFirst && { later_until: null }),
    ...((isFirst || (isTheirs && saysSomething)) && { discussed_at: now, discussed_by: viewer.id }),
    outcome: json(outcome === undefined ? before.outcome : written(outcome)),
    is_decision: isDecision ?? before.is_decision,
  });
  return presentNow(context, series, id);
}

/** An emptied editor says nothing. */
function written(outcome: RichText | null): RichText | null {
  return outcome === null || isEmptyRichText(outcome) ? null : outcome;
}

export async function undiscussPoint(context: Context, id: string): Promise<TalkingPoint> {
  const { series, point, place } = await preparePoint(context, id, 'discuss');
  if (place === 'discussed') {
    const nothing = { discussed_at: null, discussed_by: null, outcome: json(null), is_decision: false };
    await writePoint(context.db, point, nothing);
  }
  return presentNow(context, series, id);
}
