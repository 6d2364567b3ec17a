import { sql } from 'kysely';
import { kpiAsJson } from '../../kpis/server/numbers-reach.ts';
import type { Reader } from '../../../server/database/query.ts';
import type { Kpi } from '../../kpis/domain/kpi.ts';
import type { BindingTarget } from '../../kpis/domain/targets.ts';
import type { Watched } from '../domain/watched.ts';

interface WatchedRow {
  kpi: Kpi;
  readings: [string, number][] | null;
  working_days: number[] | null;
  targets: BindingTarget[] | null;
}

/**
 * The numbers of somebody whom the viewer was found to see, day by day from `from` to `to`, in one statement; the
 * policies look a second time. What is archived says nothing any more.
 */
export async function loadWatched(
  db: Reader,
  personId: string,
  { from, to }: { from: string; to: string },
): Promise<Watched[]> {
  const rows = await db.all(sql<WatchedRow>`
    select ${kpiAsJson} as kpi,
           (select json_agg(json_build_array(r.day, r.value) order by r.day) from reading r
             where r.person_id = ${personId} and r.kpi_id = k.id and r.day >= ${from} and r.day <= ${to}) as readings,
           app.working_days_of(${personId}) as working_days,
           (select json_agg(json_build_object('teamId', a.team_id, 'period', a.period, 'value', a.value,
                                              'validFrom', a.valid_from, 'validTo', a.valid_to))
              from app.targets_binding(${personId}) a where a.kpi_id = k.id) as targets
      from kpi k where k.archived_at is null order by lower(k.name), k.id`);
  return rows
    .filter(({ readings }) => readings !== null)
    .map(({ kpi, readings, working_days, targets }) => ({
      kpi,
      readings: (readings ?? []).map(([day, value]) => ({ day, value })),
      targets: targets ?? [],
      workingDays: working_days ?? [],
    }));
}
