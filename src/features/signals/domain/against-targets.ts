import { addsUp, bucketOf, valueOf } from '../../kpis/domain/aggregate.ts';
import { expectedBy, isHit, paceOf, partOver } from '../../kpis/domain/pace.ts';
import { addDays, daysBetween, spanOf, startOf, stepFrom, workingDays } from '../../kpis/domain/periods.ts';
import type { Period, Span } from '../../kpis/domain/periods.ts';
import { targetOf } from '../../kpis/domain/targets.ts';
import { thresholds } from './thresholds.ts';
import type { Asked, Watched } from './watched.ts';

/** How a period that runs stands, where that is worth a word. */
export interface Pace {
  period: Period;
  startsOn: string;
  value: number;
  expected: number;
  target: number;
  isAhead: boolean;
  /** How far off, in parts of what is expected. */
  by: number;
}

export interface Hit {
  period: Period;
  startsOn: string;
  /** The day on which it was known. */
  on: string;
  value: number;
  target: number;
}

/** A day and a week are over before one could talk of their pace. */
const pacedPeriods = ['month', 'quarter', 'year'] as const;
/** A target of each day is hit too often to be told. */
const hitPeriods = ['week', 'month', 'quarter', 'year'] as const;

function readIn({ readings }: Watched, { startsOn, endsOn }: Span) {
  return readings.filter(({ day }) => day >= startsOn && day <= endsOn);
}

function targetIn({ targets, kpi }: Watched, period: Period, endsOn: string): number | null {
  return targetOf(targets, kpi.direction, { period, endsOn })?.value ?? null;
}

/** `scatterPerWeek`: of what one week adds, as people read it; what a few bad days can do is not told. */
export function pacesOf(watched: Watched, today: string, scatterPerWeek: number): Pace[] {
  const { kpi } = watched;
  return pacedPeriods.flatMap((period) => {
    const span = spanOf(period, today);
    const target = targetIn(watched, period, span.endsOn);
    const read = readIn(watched, span);
    const value = valueOf(kpi.aggregation, bucketOf(span.startsOn, read));
    if (target === null || value === null) return [];
    const aim = { target, span, today, workingDays: watched.workingDays };
    if (partOver(aim) < thresholds.leastOver || isHit(kpi, value, aim)) return [];
    const expected = expectedBy(kpi, aim);
    const better = kpi.direction === 'higher' ? value - expected : expected - value;
    const weeks = daysBetween(span.startsOn, today) / 7;
    const chance = scatterPerWeek * (addsUp(kpi.aggregation) ? Math.sqrt(weeks) : 1 / Math.sqrt(weeks));
    const by = Math.abs(better) / (Math.abs(expected) || 1);
    const isBehind = paceOf(kpi, value, aim) === 'behind';
    if (!isBehind && !(better > 0 && by >= thresholds.ahead)) return [];
    const unread = better < 0 ? notRead(watched, span, today) : 0;
    const explained = addsUp(kpi.aggregation) ? (unread * expected) / (unread + read.length) : 0;
    if (Math.abs(better) - explained < thresholds.pace * (Number.isFinite(chance) ? chance : 0)) return [];
    return [{ period, startsOn: span.startsOn, value, expected, target, isAhead: better > 0, by }];
  });
}

/** How many days of a period are not read yet, or were days off, of a number that is read on most days. */
function notRead({ readings, workingDays: worked }: Watched, { startsOn }: Span, today: string): number {
  const days = (from: string) => workingDays({ startsOn: from, endsOn: addDays(today, -1) }, worked);
  const read = (from: string) => readings.filter(({ day }) => day >= from && day < today).length;
  const [first] = readings;
  if (first === undefined || read(first.day) < days(first.day) * 0.7) return 0;
  return Math.max(days(startsOn) - read(startsOn), 0);
}

/** Of each length the last one that was hit since; the running period and the ones before. */
export function hitsOf(watched: Watched, { today, since }: Asked): Hit[] {
  return hitPeriods.flatMap((period) => {
    const running = startOf(period, today);
    for (let back = 0; back < 6; back += 1) {
      const span = spanOf(period, stepFrom(period, running, -back));
      if (addDays(span.endsOn, 1) < since) return [];
      const hit = hitIn(watched, period, span, today);
      if (hit !== null) return hit.on >= since ? [hit] : [];
    }
    return [];
  });
}

function hitIn(watched: Watched, period: Period, span: Span, today: string): Hit | null {
  const { kpi } = watched;
  const target = targetIn(watched, period, span.endsOn);
  const read = readIn(watched, span);
  const value = valueOf(kpi.aggregation, bucketOf(span.startsOn, read));
  if (target === null || value === null || !isHit(kpi, value, { target, span, today })) return null;
  const isAtOnce = kpi.direction === 'higher' && kpi.aggregation !== 'average';
  const crossed = isAtOnce
    ? read.findIndex(
        (_, at) => (valueOf(kpi.aggregation, bucketOf(span.startsOn, read.slice(0, at + 1))) ?? 0) >= target,
      )
    : -1;
  return {
    period,
    startsOn: span.startsOn,
    on: read[crossed]?.day ?? addDays(span.endsOn, 1),
    value,
    target,
  };
}
