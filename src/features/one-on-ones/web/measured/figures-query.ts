import { queryOf } from '../../../../web/shell/queries.ts';
import { isMeasured } from '../../../templates/domain/items.ts';
import { kpiRoutes } from '../../../kpis/contract.ts';
import type { Kpi } from '../../../kpis/domain/kpi.ts';
import type { CallResult } from '../../../../shared/routes.ts';
import type { Item, OneOnOne } from '../../contract.ts';

/** Asked anew with every version: another KPI, another day, an approval show other numbers. */
export function figuresQuery({ id }: Pick<OneOnOne, 'id'>) {
  return queryOf(kpiRoutes.figuresOfRecord, { params: { oneOnOneId: id } });
}

/** What the value of an item is of; null where it is not known, or not any more since another was chosen. */
export function kpiIn(
  figures: CallResult<typeof kpiRoutes.figuresOfRecord> | undefined,
  { id, measure }: Pick<Item, 'id' | 'measure'>,
): Kpi | null {
  const kpi = figures?.items.find(({ itemId }) => itemId === id)?.figures.kpi;
  return kpi !== undefined && kpi.id === measure?.kpiId ? kpi : null;
}

export function hasMeasured({ sections }: Pick<OneOnOne, 'sections'>): boolean {
  return sections.some(({ items }) => items.some(({ kind }) => isMeasured(kind)));
}

/** Whether approving it would set a target. */
export function agreesOnTargets({ sections }: Pick<OneOnOne, 'sections'>): boolean {
  return sections.some(({ items }) => items.some(({ answer }) => answer?.target !== undefined));
}
