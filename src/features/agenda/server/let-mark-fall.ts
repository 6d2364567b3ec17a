import { sql } from 'kysely';
import type { Context } from '../../../server/http/serve.ts';
import { sideOf } from '../../series/domain/rights.ts';
import { seriesStanding } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import type { PreparedPoint } from './prepare-point.ts';
import { placeOfRow } from './present-point.ts';
import type { PointRow } from './point-queries.ts';

/** What the other has marked ready was another agenda. One's own mark stays: one knows what one changes. */
export async function letMarkFall({ db, viewer }: Context, series: SeriesRow): Promise<void> {
  const isManagers = sideOf(seriesStanding(series, viewer.id)) === 'manager';
  const theirs = sql.ref(isManagers ? 'employee_ready_at' : 'manager_ready_at');
  await db.run(
    sql`update agenda set ${theirs} = null where series_id = ${series.id} and ${theirs} is not null`,
  );
}

/** Only where a point that both see joins the open ones or leaves them: what is private shows in nothing. */
export async function letMarkFallWith(
  context: Context,
  { series, point, today }: PreparedPoint,
  becomes: Partial<PointRow>,
): Promise<void> {
  const isOn = (row: PointRow) => row.shared && placeOfRow(row, today) === 'open';
  if (isOn(point) !== isOn({ ...point, ...becomes })) await letMarkFall(context, series);
}
