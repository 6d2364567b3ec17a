import { build } from '../../../server/database/query.ts';
import type { Context } from '../../../server/http/serve.ts';
import { problem } from '../../../shared/problems.ts';
import type { ListedKpi } from '../contract.ts';
import { refuseTakenName, requireDefiner } from './define-kpi.ts';
import type { KpiDefinition } from './define-kpi.ts';
import { findKpi } from './kpi-queries.ts';
import { presentKpi } from './present-kpi.ts';

interface ChangedKpi extends KpiDefinition {
  archived: boolean;
  version: number;
}

/** What was frozen into records keeps the definition of then; everything else reads its numbers by the new one. */
export async function changeKpi(
  { db, viewer, now }: Context,
  id: string,
  { currency = null, archived, version, ...wanted }: ChangedKpi,
): Promise<ListedKpi> {
  const before = await findKpi(db, id);
  requireDefiner(viewer);
  await refuseTakenName(db, wanted.name, id);
  const changed = await db.run(
    build
      .updateTable('kpi')
      .set({
        ...wanted,
        currency,
        version: version + 1,
        updated_at: now,
        ...(archived !== before.archived && { archived_at: archived ? now : null }),
      })
      .where('id', '=', id)
      .where('version', '=', version),
  );
  const kpi = presentKpi(await findKpi(db, id), viewer);
  if (changed === 0) throw problem('stale_version', { current: kpi });
  return kpi;
}
