import type { Figures } from '../../kpis/domain/figures.ts';
import type { PaceState } from '../../kpis/domain/pace.ts';

/** What needs somebody comes first. */
const need: Record<PaceState, number> = { behind: 0, 'at-risk': 1, 'on-track': 2, 'no-data': 2 };

/** Behind, at risk, then the rest; within each as they came, by name. */
export function byNeed<T extends Pick<Figures, 'state'>>(figures: readonly T[]): T[] {
  const rank = ({ state }: T) => (state === null ? 2 : need[state]);
  return figures.toSorted((a, b) => rank(a) - rank(b));
}

/** How many stand how; what has no target stands nowhere. */
export function countStates(figures: readonly Pick<Figures, 'state'>[]): Map<PaceState, number> {
  const counts = new Map<PaceState, number>();
  for (const state of ['behind', 'at-risk', 'on-track', 'no-data'] as const) {
    const count = figures.filter((one) => one.state === state).length;
    if (count > 0) counts.set(state, count);
  }
  return counts;
}
