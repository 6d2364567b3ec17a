import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Series } from '../contract.ts';
import { meetingRows } from './meeting-reach.ts';
import { presentSeries } from './present-series.ts';
import { prepareInSeries, reachSeries } from './series-reach.ts';
import { tellPair } from './tell-pair.ts';

export async function endSeries(context: Context, id: string): Promise<Series> {
  const { db, viewer, now } = context;
  const row = await prepareInSeries(context, id, 'change');
  await tellPair(context, row, 'series.ended');
  await db.run(
    build
      .updateTable('series')
      .set({
        ended_at: now,
        ended_because: 'ended_by_manager',
        version: row.version + 1,
        sequence: row.sequence + 1,
        updated_at: now,
      })
      .where('id', '=', id),
  );
  return presentSeries(await reachSeries(db, id), await meetingRows(db, [id]), viewer.id, now);
}
