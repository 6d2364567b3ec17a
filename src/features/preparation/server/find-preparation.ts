import type { Reader } from '../../../server/database/query.ts';
import { reachSeries, seriesStanding } from '../../series/server/series-reach.ts';
import type { SeriesRow } from '../../series/server/series-reach.ts';
import { seriesAbilities } from '../../series/domain/rights.ts';
import type { Preparation } from '../contract.ts';
import { askedOf, openPreparation } from './preparation-reach.ts';
import type { AskedBefore, AskedRow, PreparationRow } from './preparation-reach.ts';

export interface FoundPreparation {
  series: SeriesRow;
  asked: AskedRow[];
  row: PreparationRow | undefined;
}

export async function findPreparation(db: Reader, seriesId: string): Promise<FoundPreparation> {
  const series = await reachSeries(db, seriesId);
  return { series, asked: await askedOf(db, seriesId), row: await openPreparation(db, seriesId) };
}

/** What is answered one by one; the update has parts of its own. */
export function questionsOf(asked: readonly AskedRow[]): AskedBefore[] {
  return asked
    .filter(({ kind }) => kind !== 'update')
    .map(({ item_id: itemId, kind, prompt, options }) => ({ itemId, kind, prompt, options }));
}

export function presentPreparation(
  { series, asked, row }: FoundPreparation,
  viewer: { id: string },
): Preparation {
  const { prepare } = seriesAbilities(seriesStanding(series, viewer.id));
  const isSent = row !== undefined && row.sent_at !== null;
  return {
    asked: isSent ? row.asked : questionsOf(asked),
    update: row?.update ?? {},
    answers: row?.answers ?? {},
    sentAt: row?.sent_at ?? null,
    version: row?.version ?? 0,
    abilities: {
      write: prepare && !isSent,
      send: prepare && !isSent && row !== undefined,
      takeBack: prepare && isSent,
    },
  };
}
