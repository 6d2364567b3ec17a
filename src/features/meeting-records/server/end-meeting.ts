import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { reachMeeting } from '../../series/server/meeting-reach.ts';
import { prepareInSeries } from '../../series/server/series-reach.ts';

/** Ended twice is ended once, when it was first. */
export async function endMeeting(
  context: Context,
  seriesId: string,
  slot: string,
): Promise<{ endedAt: string }> {
  const { db, now, viewer } = context;
  const series = await prepareInSeries(context, seriesId, 'hold');
  const { known } = await reachMeeting(db, series, slot);
  if (known === null || known.heldAt === null) {
    throw problem('conflict', { detail: 'This meeting has not begun.' });
  }
  if (known.endedAt !== null) return { endedAt: known.endedAt };
  await db.run(
    build
      .updateTable('meeting')
      .set({ ended_at: now, changed_by: viewer.id, changed_at: now, version: known.version + 1 })
      .where('id', '=', known.id)
      .where('version', '=', known.version),
  );
  return { endedAt: now.toISOString() };
}
