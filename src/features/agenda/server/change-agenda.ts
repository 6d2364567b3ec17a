import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import { prepareInSeries } from '../../series/server/series-reach.ts';
import type { Agenda } from '../contract.ts';
import { findAgenda, makeAgenda } from './agenda-queries.ts';
import { letMarkFall } from './let-mark-fall.ts';
import { presentAgendaNow } from './present-agenda.ts';

interface Wanted {
  version: number;
  objective?: string | undefined;
  topics?: string[] | undefined;
}

/** Of the next meeting; either of the two. */
export async function changeAgenda(context: Context, seriesId: string, wanted: Wanted): Promise<Agenda> {
  const { db } = context;
  const series = await prepareInSeries(context, seriesId, 'arrange');
  const before = await findAgenda(db, seriesId);
  if (before.version !== wanted.version) {
    throw problem('stale_version', { current: await presentAgendaNow(context, seriesId) });
  }
  await makeAgenda(db, seriesId);
  await db.run(
    build
      .updateTable('agenda')
      .set({
        objective: wanted.objective ?? before.objective,
        topics: wanted.topics ?? before.topics,
        version: before.version + 1,
      })
      .where('series_id', '=', seriesId),
  );
  await letMarkFall(context, series);
  return presentAgendaNow(context, seriesId);
}
