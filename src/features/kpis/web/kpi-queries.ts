import { queryOf, refresh } from '../../../web/shell/queries.ts';
import { kpiRoutes } from '../contract.ts';

/** Archived ones with it. */
export const allKpisQuery = queryOf(kpiRoutes.listKpis, { query: { archived: 'include' } });

export async function refreshKpis(): Promise<void> {
  await refresh(kpiRoutes.listKpis);
}
