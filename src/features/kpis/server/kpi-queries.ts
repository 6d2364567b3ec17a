import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../../../server/database/query.ts';
import { problem } from '../../../shared/problems.ts';
import type { Aggregation, Direction, Unit } from '../domain/kpi.ts';

export interface KpiRow {
  id: string;
  name: string;
  unit: Unit;
  currency: string | null;
  direction: Direction;
  aggregation: Aggregation;
  decimals: number;
  archived: boolean;
  version: number;
}

export const kpiColumns: RawBuilder<unknown> = sql`
  k.id, k.name, k.unit, k.currency, k.direction, k.aggregation, k.decimals,
  k.archived_at is not null as archived, k.version`;

export async function findKpi(db: Reader, id: string): Promise<KpiRow> {
  const row = await db.first(sql<KpiRow>`select ${kpiColumns} from kpi k where k.id = ${id}`);
  if (row === undefined) throw problem('not_found');
  return row;
}
