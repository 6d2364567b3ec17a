import { sql } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { kpiColumns } from './kpi-queries.ts';
import type { KpiRow } from './kpi-queries.ts';

export async function listKpis(db: Reader, withArchived: boolean): Promise<KpiRow[]> {
  return db.all(sql<KpiRow>`
    select ${kpiColumns} from kpi k
     where k.archived_at is null or ${withArchived}
     order by k.archived_at is not null, lower(k.name), k.id`);
}
