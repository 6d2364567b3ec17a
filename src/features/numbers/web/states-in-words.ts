import { paceWords } from '../../../web/shell/numbers/figure-words.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import { countStates } from '../domain/order.ts';

/** "2 behind, 1 at risk, 3 on track, 1 without a target": what one wants to know first. */
export function statesInWords(figures: readonly Pick<Figures, 'state' | 'period'>[]): string {
  const counts = [...countStates(figures)].map(
    ([state, count]) => `${count} ${paceWords[state].toLowerCase()}`,
  );
  // Those of another period may well be there.
  if (counts.length === 0) return `No target is set for a ${figures[0]?.period ?? 'month'}.`;
  const open = figures.filter(({ state }) => state === null).length;
  return `${[...counts, ...(open > 0 ? [`${open} without a target`] : [])].join(', ')}.`;
}
