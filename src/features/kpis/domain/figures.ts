import * as z from 'zod/mini';
import { valueOf } from './aggregate.ts';
import type { Bucket } from './aggregate.ts';
import { kpiSchema } from './kpi.ts';
import type { Kpi } from './kpi.ts';
import { comparisons, measuredFrom } from './measure.ts';
import type { Comparison, Measure } from './measure.ts';
import { expectedBy, paceOf, paceStates, progressOf } from './pace.ts';
import { periods, spanOf, trendOf, yearBefore, stepFrom } from './periods.ts';
import type { Period } from './periods.ts';
import { targetOf } from './targets.ts';
import type { BindingTarget } from './targets.ts';

const point = z.object({
  startsOn: z.string(),
  value: z.nullable(z.number()),
  target: z.nullable(z.number()),
});

/** What one number says: shown live, and kept as it was when a record is approved. */
export const figuresSchema = z.object({
  kpi: kpiSchema,
  period: z.enum(periods),
  startsOn: z.string(),
  endsOn: z.string(),
  /** The day on which it was worked out: until its end a period runs. */
  asOf: z.string(),
  /** Null: no reading in the period. */
  value: z.nullable(z.number()),
  /** How many days have a reading. */
  readings: z.number(),
  target: z.nullable(z.object({ value: z.number(), of: z.enum(['person', 'team']) })),
  /** Where one should be by now; null without a target. */
  expected: z.nullable(z.number()),
  /** The part of the target that is there; null where it has no parts. */
  progress: z.nullable(z.number()),
  /** Null without a target. */
  state: z.nullable(z.enum(paceStates)),
  compared: z.nullable(
    z.object({ with: z.enum(comparisons), startsOn: z.string(), value: z.nullable(z.number()) }),
  ),
  /** The last periods, oldest first; the last one is this. */
  trend: z.array(point),
});
export type Figures = z.infer<typeof figuresSchema>;

export interface Numbers {
  kpi: Kpi;
  buckets: readonly Bucket[];
  targets: readonly BindingTarget[];
  /** The weekdays that are worked on, Monday is 1. */
  workingDays: readonly number[];
}

interface Asked {
  period: Period;
  /** A day of the period that is shown. */
  on: string;
  today: string;
  compareWith: Comparison;
}

/** The figures of one KPI and period. Buckets that are not there had no reading. */
export function figuresOf(
  { kpi, buckets, targets, workingDays }: Numbers,
  { period, on, today, compareWith }: Asked,
): Figures {
  const byStart = new Map(buckets.map((bucket) => [bucket.startsOn, bucket]));
  const valueFrom = (startsOn: string) => valueOf(kpi.aggregation, byStart.get(startsOn));
  const targetFrom = (startsOn: string) =>
    targetOf(targets, kpi.direction, { period, endsOn: spanOf(period, startsOn).endsOn });
  const span = spanOf(period, on);
  const value = valueFrom(span.startsOn);
  const target = targetFrom(span.startsOn);
  const aim = target && { target: target.value, span, today, workingDays };
  return {
    kpi,
    period,
    ...span,
    asOf: today,
    value,
    readings: byStart.get(span.startsOn)?.count ?? 0,
    target: target && { value: target.value, of: target.teamId === null ? 'person' : 'team' },
    expected: aim && expectedBy(kpi, aim),
    progress: aim && progressOf(value, aim.target),
    state: aim && paceOf(kpi, value, aim),
    compared: comparedOf(compareWith, period, span.startsOn, valueFrom),
    trend: trendOf(period, span.startsOn).map((startsOn) => ({
      startsOn,
      value: valueFrom(startsOn),
      target: targetFrom(startsOn)?.value ?? null,
    })),
  };
}

/** The figures of an item in a one-on-one that was held on a day. */
export function figuresOfItem(
  numbers: Numbers,
  measure: Measure,
  { heldOn, today }: { heldOn: string; today: string },
): Figures {
  const { period, compareWith } = measure;
  return figuresOf(numbers, { period, on: measuredFrom(measure, heldOn), today, compareWith });
}

function comparedOf(
  compareWith: Comparison,
  period: Period,
  startsOn: string,
  valueFrom: (startsOn: string) => number | null,
): Figures['compared'] {
  if (compareWith === 'none') return null;
  const other = compareWith === 'previous' ? stepFrom(period, startsOn, -1) : yearBefore(period, startsOn);
  return { with: compareWith, startsOn: other, value: valueFrom(other) };
}
