import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { sideOf } from '../../series/domain/rights.ts';
import { prepareInSeries, seriesStanding } from '../../series/server/series-reach.ts';
import type { Agenda } from '../contract.ts';
import { findAgenda, makeAgenda } from './agenda-queries.ts';
import { presentAgendaNow } from './present-agenda.ts';

/** Each for themself: both make it agreed. Said twice, the first time stands. */
export async function markAgendaReady(context: Context, seriesId: string, isReady: boolean): Promise<Agenda> {
  const { db, viewer, now } = context;
  const series = await prepareInSeries(context, seriesId, 'arrange');
  const column =
    sideOf(seriesStanding(series, viewer.id)) === 'manager' ? 'manager_ready_at' : 'employee_ready_at';
  const before = await findAgenda(db, seriesId);
  if ((before[column] !== null) !== isReady) {
    await makeAgenda(db, seriesId);
    await db.run(
      build
        .updateTable('agenda')
        .set({ [column]: isReady ? now : null })
        .where('series_id', '=', seriesId),
    );
  }
  return presentAgendaNow(context, seriesId);
}
