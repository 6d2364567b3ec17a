import type { Asker } from '../../../server/http/serve.ts';
import { isOpen } from '../../series/domain/rights.ts';
import { reachSeries, seriesStanding } from '../../series/server/series-reach.ts';
import { following } from './following.ts';
import type { Following } from './following.ts';

/**
 * What one of the two keeps to themself is called out by nobody: a private point, a note, an update that is not sent.
 * A pair that is none any more reads what was, and hears of nothing but the end.
 */
export function followSeries(asker: Asker, seriesId: string): Following {
  const reach = async () => asker.read(async (db) => reachSeries(db, seriesId));
  return following({
    topic: `series ${seriesId}`,
    afterGap: 'series',
    reach,
    mayHear: async (what) => {
      const { result: row, viewer } = await reach();
      const stands = isOpen(seriesStanding(row, viewer.id));
      return what.filter((thing) => stands || thing === 'series');
    },
  });
}
