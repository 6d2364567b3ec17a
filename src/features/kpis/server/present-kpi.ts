import type { Viewer } from '../../../server/database/transaction.ts';
import type { ListedKpi } from '../contract.ts';
import type { Kpi } from '../domain/kpi.ts';
import { mayDefineKpis } from '../domain/rights.ts';
import type { KpiRow } from './kpi-queries.ts';

/** What belongs to each number of it. */
export function kpiOf({ id, name, unit, currency, direction, aggregation, decimals }: Kpi): Kpi {
  return { id, name, unit, currency, direction, aggregation, decimals };
}

export function presentKpi(row: KpiRow, viewer: Viewer): ListedKpi {
  return {
    ...kpiOf(row),
    archived: row.archived,
    version: row.version,
    abilities: { edit: mayDefineKpis(viewer.isAdmin) },
  };
}
