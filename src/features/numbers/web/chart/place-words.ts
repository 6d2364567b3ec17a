import { periodWords, valueWords } from '../../../../web/shell/numbers/figure-words.ts';
import type { Figures } from '../../../kpis/domain/figures.ts';
import type { ChartPlace } from './chart-layout.ts';

type Told = Pick<ChartPlace, 'value' | 'target' | 'isRunning'>;

/** "reached", "80 % of it", "missed"; while a period runs nothing is missed yet. */
export function reachedInWords(
  { kpi }: Pick<Figures, 'kpi'>,
  { value, target, isRunning }: Told,
): string | null {
  if (value === null || target === null) return null;
  const isReached = kpi.direction === 'higher' ? value >= target : value <= target;
  const canStillTurn = isRunning && (kpi.direction === 'lower' || kpi.aggregation === 'average');
  if (isReached) return canStillTurn ? 'on target so far' : 'reached';
  if (kpi.direction === 'higher' && target > 0 && value >= 0) {
    return `${Math.floor((value / target) * 100)} % of it`;
  }
  return isRunning ? 'not on target so far' : 'missed';
}

/** What a period says, as one sentence: "November 2026 so far: 60, target 210, 28 % of it". */
export function placeInWords(figures: Figures, place: ChartPlace): string {
  const reached = reachedInWords(figures, place);
  return [
    `${periodWords(figures, place.startsOn)}${place.isRunning ? ' so far' : ''}: ${valueWords(figures, place.value)}`,
    ...(place.target === null ? [] : [`target ${valueWords(figures, place.target)}`]),
    ...(reached === null ? [] : [reached]),
  ].join(', ');
}
