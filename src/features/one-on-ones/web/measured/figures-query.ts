import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/shell/call.ts';
import { isMeasured } from '../../../templates/domain/items.ts';
import { isAnswer } from './is-answer.ts';
import { inOrder } from '../../../kpis/domain/measure.ts';
import type { Kpi } from '../../../kpis/domain/kpi.ts';
import type { CallResult } from '../../../../shared/routes.ts';
import { oneOnOneRoutes } from '../../contract.ts';
import type { Item, OneOnOne } from '../../contract.ts';

/**
 * Asked once for all items, and anew when another state, day or number is shown; until the answer is there, what was
 * shown stays.
 */
export function figuresQuery(record: OneOnOne) {
  const { id, state, heldOn, sections } = record;
  const route = oneOnOneRoutes.figures;
  const input = { params: { oneOnOneId: id } };
  const shown = sections.flatMap(({ items }) =>
    items.flatMap(({ id: itemId, measure }) => (measure === null ? [] : [[itemId, ...inOrder(measure)]])),
  );
  return queryOptions({
    queryKey: [route.path, input, JSON.stringify([state, heldOn, shown])],
    queryFn: async ({ signal }) => {
      // What was just chosen is on its way to the server: before it is there, the answer is of what was shown before.
      for (let pause = 200; ; pause *= 2) {
        const figures = await call(route, { ...input, signal });
        if (isAnswer(figures.items, record) || pause > 4000) return figures;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    placeholderData: keepPreviousData,
  });
}

/** What the value of an item is of; null where it is not known, or not any more since another was chosen. */
export function kpiIn(
  figures: CallResult<typeof oneOnOneRoutes.figures> | undefined,
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
