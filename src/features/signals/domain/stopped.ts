import { quantile } from 'simple-statistics';
import { addDays, daysBetween } from '../../kpis/domain/periods.ts';
import { thresholds } from './thresholds.ts';
import type { Watched } from './watched.ts';

export interface Stopped {
  last: string;
  /** The day from which the silence was longer than any that is usual. */
  on: string;
  /** Days from one reading to the next, as a rule. */
  every: number;
}

/** Whether readings that used to come have stopped. */
export function stoppedOf({ readings }: Watched, today: string): Stopped | null {
  const last = readings.at(-1)?.day;
  if (last === undefined || readings.length < 8) return null;
  const gaps = readings
    .slice(1)
    .map(({ day }, at) => daysBetween(readings[at]?.day ?? day, day))
    .sort((a, b) => a - b);
  const every = quantile(gaps, 0.5);
  // The longest but one: a single hole must not let the next one pass.
  const longest = gaps.at(-2) ?? every;
  const patience = Math.ceil(Math.max(thresholds.silence, every * 4, longest * thresholds.longerSilence));
  const on = addDays(last, patience);
  return on <= today ? { last, on, every } : null;
}
