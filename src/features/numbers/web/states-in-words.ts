import { paceWords } from '../../../web/shell/numbers/figure-words.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import { countStates } from '../domain/order.ts';

/** "2 behind, 1 at risk, 3 on track": what one wants to know first. */
export function statesInWords(figures: readonly Figures[]): string {
  const counts = [...countStates(figures)].map(
    ([state, count]) => `${count} ${paceWords[state].toLowerCase()}`,
  );
  return counts.length === 0 ? 'No targets are set.' : `${counts.join(', ')}.`;
}
