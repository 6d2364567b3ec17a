import type { Figures } from '../../../kpis/domain/figures.ts';
import { measuredFrom } from '../../../kpis/domain/measure.ts';
import type { OneOnOne } from '../../contract.ts';

type Shown = Pick<OneOnOne, 'heldOn' | 'stillManaged'> & {
  sections: readonly {
    items: readonly Pick<OneOnOne['sections'][number]['items'][number], 'id' | 'measure'>[];
  }[];
};

/** Whether these are the figures of the numbers and the day that the page shows: a change shows before it is written. */
export function isAnswer(
  answered: readonly { itemId: string; figures: Figures }[],
  { heldOn, stillManaged, sections }: Shown,
): boolean {
  const figuresOf = new Map(answered.map(({ itemId, figures }) => [itemId, figures]));
  return sections
    .flatMap(({ items }) => items)
    .every(({ id, measure }) => {
      if (measure === null || measure.kpiId === null) return true;
      const figures = figuresOf.get(id);
      // A former manager gets none of what came after their time.
      if (figures === undefined) return !stillManaged;
      return (
        figures.kpi.id === measure.kpiId &&
        figures.period === measure.period &&
        figures.startsOn === measuredFrom(measure, heldOn) &&
        (figures.compared?.with ?? 'none') === measure.compareWith
      );
    });
}
