import { addsUp, rounded } from './aggregate.ts';
import type { Kpi } from './kpi.ts';
import { addDays, workingDays } from './periods.ts';
import type { Span } from './periods.ts';

export const paceStates = ['on-track', 'at-risk', 'behind', 'no-data'] as const;
export type PaceState = (typeof paceStates)[number];

/** As far below the pace as this, in parts of it, one is still on track, or only at risk. */
export const tolerance = { onTrack: 0.05, atRisk: 0.2 };

export interface Aim {
  target: number;
  span: Span;
  today: string;
  /** The weekdays that are worked on, Monday is 1. */
  workingDays: readonly number[];
}

/**
 * Where one should be by now. What adds up grows with the working days that are over: today's is not, so that nobody
 * is behind in the morning. An average or a last value should be there all the time.
 */
export function expectedBy(kpi: Pick<Kpi, 'aggregation'>, aim: Aim): number {
  if (!addsUp(kpi.aggregation)) return aim.target;
  return rounded(aim.target * partOver(aim));
}

/** The part of the period's working days that is over, 0 to 1. A period without one goes by its calendar days. */
export function partOver({ span, today, workingDays: worked }: Omit<Aim, 'target'>): number {
  if (today > span.endsOn) return 1;
  const over = { startsOn: span.startsOn, endsOn: addDays(today, -1) };
  const all = workingDays(span, worked);
  if (all > 0) return workingDays(over, worked) / all;
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  return workingDays(over, everyDay) / workingDays(span, everyDay);
}

/** How a value stands against where it should be by now; without readings there is nothing to say. */
export function paceOf(
  kpi: Pick<Kpi, 'aggregation' | 'direction'>,
  value: number | null,
  aim: Aim,
): PaceState {
  if (value === null) return 'no-data';
  const expected = expectedBy(kpi, aim);
  const ahead = kpi.direction === 'higher' ? value - expected : expected - value;
  if (ahead >= 0) return 'on-track';
  const scale = Math.abs(expected) || Math.abs(aim.target);
  if (-ahead <= scale * tolerance.onTrack) return 'on-track';
  return -ahead <= scale * tolerance.atRisk ? 'at-risk' : 'behind';
}

/**
 * Whether a target is hit for good: at once where more is better and the value can't fall below it again by an average,
 * else when the period is over.
 */
export function isHit(
  kpi: Pick<Kpi, 'aggregation' | 'direction'>,
  value: number | null,
  { target, span, today }: Pick<Aim, 'target' | 'span' | 'today'>,
): boolean {
  if (value === null) return false;
  const isReached = kpi.direction === 'higher' ? value >= target : value <= target;
  const isOver = today > span.endsOn;
  return isReached && (isOver || (kpi.direction === 'higher' && kpi.aggregation !== 'average'));
}

/** How much of the target is there: 1 is all of it; null where the target is nought or below, which has no parts. */
export function progressOf(value: number | null, target: number): number | null {
  return value === null || target <= 0 ? null : rounded(value / target);
}
