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
  targets: CheckedTarget[] | null;
  readings: [string, number][] | null;
}

/** So many people at a time: what a crash cuts off is looked at again, and nothing is told twice. */
const most = 20;

/**
 * Looks at the numbers that changed, and tells of each target that was hit, once ever; those of a person that were hit
 * by the same look are told together. Run by as many processes as there are. Answers how many were told.
 */
export async function tellTargetHits({ worker, clock, timeZone }: HitSettings): Promise<number> {
  const now = clock();
  const today = todayIn(timeZone, now);
  let told = 0;
  for (;;) {
    const look = await inTransaction(worker, async (db) => lookAtSome(db, now, today));
    told += look.told;
    if (look.people < most) return told;
  }
}

async function lookAtSome(db: Db, now: Date, today: string): Promise<{ people: number; told: number }> {
  const rows = await db.all(sql<CheckRow>`
    select c.person_id, c.direction, c.aggregation, c.targets, c.readings
      from app.take_numbers_to_check(${most}) c`);
  let told = 0;
  for (const { person_id, direction, aggregation, targets, readings } of rows) {
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
  }
  return { people: new Set(rows.map(({ person_id }) => person_id)).size, told };
}

/** Once an hour: what is only known when its period is over is looked at again. */
export async function checkTargetsAgain({
  worker,
  clock,
}: Pick<HitSettings, 'worker' | 'clock'>): Promise<void> {
  await inTransaction(worker, async (db) => {
    await db.first(sql`select app.check_targets_again(${clock()})`);
  });
}
