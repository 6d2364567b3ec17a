import { mean, median, quantile } from 'simple-statistics';
import { bucketOf, valueOf } from '../../kpis/domain/aggregate.ts';
import type { Reading } from '../../kpis/domain/aggregate.ts';
import { daysBetween, spanOf, startOf, stepFrom, weekdayOf } from '../../kpis/domain/periods.ts';
import { thresholds } from './thresholds.ts';
import type { Watched } from './watched.ts';

/** One complete week or month. */
export interface Step {
  startsOn: string;
  endsOn: string;
  /** As everybody sees it; null where nothing was read. */
  value: number | null;
  /** What it would be if all its usual days had been read, on the scale that is worked on; null: too few were. */
  level: number | null;
  /** The part of its usual days that was read; more than 1 in a long month. */
  share: number;
}

/** How a number went, period by period, up to the last complete one. */
export interface Course {
  period: 'week' | 'month';
  steps: Step[];
  /** From the scale that is worked on to what people read, for a period of which such a part was read. */
  shown: (level: number, share?: number) => number;
  /** The least scatter there can be: of counts that of chance, else that of the last digit. */
  leastScatter: (level: number) => number;
}

/** By week where readings come often, and not in small counts; else by month. Null where there is too little. */
export function courseOf(watched: Watched, today: string): Course | null {
  const { readings, kpi } = watched;
  if (readings.length < 8) return null;
  const gaps = readings.slice(1).map(({ day }, at) => daysBetween(readings[at]?.day ?? day, day));
  const byWeek = median(gaps) <= 8 ? buildCourse(watched, 'week', today) : null;
  const isSmall =
    byWeek !== null &&
    kpi.aggregation === 'sum' &&
    isWhole(readings) &&
    median(byWeek.steps.flatMap(({ value }) => (value === null ? [] : [value]))) < 5;
  if (byWeek !== null && !isSmall) return byWeek;
  return buildCourse(watched, 'month', today);
}

function isWhole(readings: readonly Reading[]): boolean {
  return readings.every(({ value }) => Number.isInteger(value) && value >= 0);
}

function buildCourse({ kpi, readings }: Watched, period: 'week' | 'month', today: string): Course | null {
  const byStart = Map.groupBy(readings, ({ day }) => startOf(period, day));
  const [first] = readings;
  if (first === undefined) return null;
  const weights = kpi.aggregation === 'sum' ? weekdayWeights(readings) : null;
  // Counts and amounts scatter more where they are larger: not so their square roots.
  const isRooted = kpi.aggregation === 'sum' && readings.every(({ value }) => value >= 0);
  const scale = (value: number) => (isRooted ? Math.sqrt(value) : value);
  const usual = weights === null ? 1 : usualWeight(byStart, weights, startOf(period, today));
  const steps: Step[] = [];
  // The first period may have begun before its readings did.
  const begin =
    startOf(period, first.day) === first.day ? first.day : stepFrom(period, startOf(period, first.day), 1);
  for (
    let startsOn = begin;
    spanOf(period, startsOn).endsOn < today;
    startsOn = stepFrom(period, startsOn, 1)
  ) {
    const read = byStart.get(startsOn) ?? [];
    const value = valueOf(kpi.aggregation, bucketOf(startsOn, read));
    const share = weights === null ? 1 : weightOf(read, weights) / usual;
    const isKnown = value !== null && share >= thresholds.leastShare;
    const level = isKnown ? scale(value / share) : null;
    steps.push({ startsOn, endsOn: spanOf(period, startsOn).endsOn, value, level, share });
  }
  if (steps.filter(({ level }) => level !== null).length < thresholds.leastHistory[period]) return null;
  const isCounted = isRooted && kpi.unit === 'number' && isWhole(readings);
  const digit = 10 ** -kpi.decimals / 2;
  return {
    period,
    steps,
    shown: (level, share = 1) => (isRooted ? Math.max(level, 0) ** 2 : level) * share,
    leastScatter: (level) =>
      Math.max(
        isCounted ? 0.5 : 0,
        isRooted ? digit / (2 * Math.max(level, 1)) : digit,
        Math.abs(level) * 0.01,
      ),
  };
}

/**
 * What part of a week each weekday is, of numbers that are read on most of the days on which they are read at all.
 * Null for others: there a day without a reading is a day without anything, and not one that is missing.
 */
function weekdayWeights(readings: readonly Reading[]): number[] | null {
  const byDay = Map.groupBy(readings, ({ day }) => weekdayOf(day));
  const counts = [1, 2, 3, 4, 5, 6, 7].map((weekday) => byDay.get(weekday)?.length ?? 0);
  const most = Math.max(...counts);
  const weeks = Math.max(1, new Set(readings.map(({ day }) => startOf('week', day))).size);
  const isUsual = counts.map((count) => count >= most * 0.3);
  const regular =
    quantile(
      counts.filter((_, at) => isUsual[at] === true),
      0.5,
    ) / weeks;
  if (regular < 0.75) return null;
  return counts.map((_, at) => {
    const values = (byDay.get(at + 1) ?? []).map(({ value }) => value).sort((a, b) => a - b);
    if (values.length < 8 || isUsual[at] !== true) return isUsual[at] === true ? 1 : 0;
    // The middle half: outliers do not count, and small counts are not rounded away.
    const quarter = Math.floor(values.length / 4);
    return Math.max(mean(values.slice(quarter, values.length - quarter)), 0);
  });
}

function weightOf(readings: readonly Reading[], weights: readonly number[]): number {
  return readings.reduce((sum, { day }) => sum + (weights[weekdayOf(day) - 1] ?? 0), 0);
}

/** The weight of a period of which everything was read, as most are. */
function usualWeight(
  byStart: ReadonlyMap<string, readonly Reading[]>,
  weights: readonly number[],
  running: string,
): number {
  const all = [...byStart].flatMap(([startsOn, read]) =>
    startsOn < running ? [weightOf(read, weights)] : [],
  );
  return (all.length === 0 ? 0 : median(all)) || 1;
}
