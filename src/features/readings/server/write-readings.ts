import { sql } from 'kysely';
import type { Db } from '../../../server/database/query.ts';
import type { Written } from '../contract.ts';
import { lastOfEach } from '../domain/last-of-each.ts';
import type { PlacedReading } from '../domain/last-of-each.ts';

type Source = 'form' | 'import' | 'api';

/** One statement, all or nothing. The database looks once more whether the sender may. */
export async function writeReadings(
  db: Db,
  readings: readonly PlacedReading[],
  source: Source,
  now: Date,
): Promise<Written> {
  const { held, repeated } = lastOfEach(readings);
  const counts = await db.first(sql<{ added: string; replaced: string; unchanged: string }>`
    select added, replaced, unchanged from app.record_readings(
      ${held.map(({ kpiId }) => kpiId)}, ${held.map(({ personId }) => personId)},
      ${held.map(({ on }) => on)}, ${held.map(({ value }) => value)}, ${source}, ${now})`);
  return {
    added: Number(counts?.added ?? 0),
    replaced: Number(counts?.replaced ?? 0),
    unchanged: Number(counts?.unchanged ?? 0),
    repeated,
  };
}

/**
 * Of readings in the order of their keys. Before a load in parts: each part asks for its checks before it writes, and
 * of two loads at once neither may ask for what the other holds after it wrote.
 */
export async function askForChecks(db: Db, readings: readonly PlacedReading[], now: Date): Promise<void> {
  const each = readings.filter(({ personId, kpiId }, at) => {
    const before = readings[at - 1];
    return before?.personId !== personId || before.kpiId !== kpiId;
  });
  await db.run(sql`
    select app.ask_for_checks(${each.map(({ kpiId }) => kpiId)}, ${each.map(({ personId }) => personId)}, ${now})`);
}
