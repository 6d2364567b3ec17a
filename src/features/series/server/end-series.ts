import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import type { Series } from '../contract.ts';
import { meetingRows } from './meeting-reach.ts';
import { presentSeries } from './present-series.ts';
import { prepareInSeries, reachSeries } from './series-reach.ts';
import type { SeriesRow } from './series-reach.ts';
import { tellCalendars, tellPair } from './tell-pair.ts';

export async function endSeries(context: Context, id: string): Promise<Series> {
  const { db, viewer, now } = context;
  const row = await prepareInSeries(context, id, 'change');
  await tellPair(context, row, 'series.ended');
  await takeExtrasBack(context, row);
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
  return presentSeries(await reachSeries(db, id), await meetingRows(db, id), viewer.id, now);
}

/** In a calendar what was agreed beside the rule is an event of its own: each has to be taken out. */
async function takeExtrasBack(context: Context, row: SeriesRow): Promise<void> {
  for (const meeting of await meetingRows(context.db, row.id)) {
    const isAhead = meeting.status === 'planned' && Date.parse(meeting.startsAt) > context.now.getTime();
    if (meeting.isExtra && isAhead) await tellCalendars(context, row, meeting.slotAt);
  }
}
