import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../../../server/database/query.ts';
import { inTransaction } from '../../../server/database/transaction.ts';
import { todayIn } from '../../../server/http/today.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import { hitsOfCheck } from '../domain/hits-of-check.ts';
import type { CheckedTarget } from '../domain/hits-of-check.ts';

interface HitSettings {
  worker: pg.Pool;
  clock: () => Date;
  /** Of the organisation. */
  timeZone: string;
}

interface CheckRow extends Pick<Kpi, 'direction' | 'aggregation'> {
  person_id: string;
  kpi_id: string;
  asked_at: string;
  targets: CheckedTarget[] | null;
  readings: [string, number][] | null;
}

/** So many at a time: what a crash cuts off is looked at again, and nothing is told twice. */
const most = 50;

/**
 * Looks at the numbers that changed, and tells of each target that was hit, once ever. Run by as many processes as
 * there are. Answers how many were told.
 */
export async function tellTargetHits(settings: HitSettings): Promise<number> {
  let told = 0;
  for (;;) {
    const { looked, told: now } = await inTransaction(settings.worker, async (db) =>
      lookAtSome(db, settings),
    );
    told += now;
    if (looked < most) return told;
  }
}

async function lookAtSome(
  db: Db,
  { clock, timeZone }: HitSettings,
): Promise<{ looked: number; told: number }> {
  const now = clock();
  const today = todayIn(timeZone, now);
  // The time as it stands there, to the microsecond: what was asked again meanwhile is not taken away.
  const rows = await db.all(sql<CheckRow>`
    select c.person_id, c.kpi_id, c.asked_at::text as asked_at, c.direction, c.aggregation, c.targets, c.readings
      from app.numbers_to_check(${most}) c`);
  let told = 0;
  for (const { person_id, kpi_id, asked_at, direction, aggregation, targets, readings } of rows) {
    const hits = hitsOfCheck(
      {
        kpi: { direction, aggregation },
        targets: targets ?? [],
        readings: (readings ?? []).map(([day, value]) => ({ day, value })),
      },
      today,
    );
    for (const { targetId, startsOn } of hits) {
      const row = await db.first(
        sql<{
          told: number;
        }>`select app.tell_target_hit(${targetId}, ${person_id}, ${startsOn}, ${now}) as told`,
      );
      told += row?.told ?? 0;
    }
    await db.run(sql`
      delete from target_check
       where person_id = ${person_id} and kpi_id = ${kpi_id} and asked_at = ${asked_at}::timestamptz`);
  }
  return { looked: rows.length, told };
}

/** Once a day: what is only known when its period is over is looked at again. */
export async function checkTargetsAgain({
  worker,
  clock,
}: Pick<HitSettings, 'worker' | 'clock'>): Promise<void> {
  await inTransaction(worker, async (db) => {
    await db.first(sql`select app.check_targets_again(${clock()})`);
  });
}
