import * as z from 'zod/mini';
import { sinceYearOne } from '../../../shared/dates.ts';
import { idSchema } from '../../../shared/ids.ts';
import { valueSchema } from './kpi.ts';
import { periods, startOf, stepFrom } from './periods.ts';
import type { Period } from './periods.ts';

/** With what a value is compared. */
export const comparisons = ['previous', 'year-before', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** What an item of kind KPI or target shows. */
export const measureSchema = z.strictObject({
  /** Null: chosen when it is used, as in the library's templates. */
  kpiId: z.nullable(idSchema),
  period: z.enum(periods),
  /** The period that the day of the one-on-one lies in, or the one before, which is complete. */
  which: z.enum(['current', 'last']),
  compareWith: z.enum(comparisons),
});
export type Measure = z.infer<typeof measureSchema>;

/** The same fields in the same order, to compare two. */
export function inOrder({ kpiId, period, which, compareWith }: Measure): unknown[] {
  return [kpiId, period, which, compareWith];
}

export const defaultMeasure: Measure = {
  kpiId: null,
  period: 'month',
  which: 'current',
  compareWith: 'previous',
};

/** The first day of the period that an item shows in a one-on-one held on a day. */
export function measuredFrom(measure: { period: Period; which: 'current' | 'last' }, heldOn: string): string {
  const startsOn = startOf(measure.period, heldOn);
  return measure.which === 'current' ? startsOn : stepFrom(measure.period, startsOn, -1);
}

/** What the two agree to aim for from a day on. */
export const agreedTargetSchema = z.strictObject({
  value: valueSchema,
  from: z.iso.date('Enter a date like 2026-11-24.').check(sinceYearOne),
});
export type AgreedTarget = z.infer<typeof agreedTargetSchema>;
