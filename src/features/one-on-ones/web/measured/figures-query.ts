import { queryOf } from '../../../../web/shell/queries.ts';
import { isMeasured } from '../../../templates/domain/items.ts';
import { kpiRoutes } from '../../../kpis/contract.ts';
import type { OneOnOne } from '../../contract.ts';

/** Asked anew with every version: another KPI, another day, an approval show other numbers. */
export function figuresQuery({ id }: Pick<OneOnOne, 'id'>) {
  return queryOf(kpiRoutes.figuresOfRecord, { params: { oneOnOneId: id } });
}

export function hasMeasured({ sections }: Pick<OneOnOne, 'sections'>): boolean {
  return sections.some(({ items }) => items.some(({ kind }) => isMeasured(kind)));
}

/** Whether approving it would set a target. */
export function agreesOnTargets({ sections }: Pick<OneOnOne, 'sections'>): boolean {
  return sections.some(({ items }) => items.some(({ answer }) => answer?.target !== undefined));
}
