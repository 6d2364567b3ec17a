import type { Figures } from '../../kpis/domain/figures.ts';
import { rounded } from '../../kpis/domain/aggregate.ts';

export interface Change {
  from: number;
  to: number;
  /** The part by which it rose or fell; null where it was nought before. */
  by: number | null;
  isBetter: boolean;
}

/**
 * What changed from the last complete period to the one before it: a period that has just begun would always have
 * fallen. Null where one of them has no reading, or nothing changed.
 */
export function lastChange({ trend, kpi }: Pick<Figures, 'trend' | 'kpi'>): Change | null {
  const before = trend.at(-3)?.value ?? null;
  const complete = trend.at(-2)?.value ?? null;
  if (before === null || complete === null || before === complete) return null;
  const rise = complete - before;
  return {
    from: before,
    to: complete,
    by: before === 0 ? null : rounded(rise / Math.abs(before)),
    isBetter: rise > 0 === (kpi.direction === 'higher'),
  };
}
