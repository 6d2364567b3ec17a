import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Written } from '../contract.ts';
import { lastOfEach } from '../domain/last-of-each.ts';
import type { PlacedReading } from '../domain/last-of-each.ts';

export type Source = 'form' | 'import' | 'api';

/** One statement, all or nothing. The database looks once more whether the sender may. */
export async function writeReadings(
  db: Db,
  readings: readonly PlacedReading[],
  source: Source,
  now: Date,
): Promise<Written> {
  const { held, repeated } = lastOfEach(readings);
  const inOrder = inOrderOfKey(held);
  const counts = await db.first(sql<{ added: string; replaced: string; unchanged: string }>`
    select added, replaced, unchanged from app.record_readings(
      ${inOrder.map(({ kpiId }) => kpiId)}, ${inOrder.map(({ personId }) => personId)},
      ${inOrder.map(({ on }) => on)}, ${inOrder.map(({ value }) => value)}, ${source}, ${now})`);
  return {
    added: Number(counts?.added ?? 0),
    replaced: Number(counts?.replaced ?? 0),
    unchanged: Number(counts?.unchanged ?? 0),
    repeated,
  };
}

/** Of two loads at once neither waits for the other in a circle. */
export function inOrderOfKey<R extends PlacedReading>(readings: readonly R[]): R[] {
  const keyed = readings.map((reading) => ({ key: keyOf(reading), reading }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ reading }) => reading);
}

function keyOf({ personId, kpiId, on }: PlacedReading): string {
  return `${personId} ${kpiId} ${on}`;
}
