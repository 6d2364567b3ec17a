import * as z from 'zod/mini';
import { idSchema } from '../../../shared/ids.ts';

/** Durations are in minutes; 42 percent is 42. */
export const units = ['number', 'currency', 'percent', 'duration'] as const;
export type Unit = (typeof units)[number];

/** Which way is better. */
export const directions = ['higher', 'lower'] as const;
export type Direction = (typeof directions)[number];

/** How readings add up over a period; `count` counts the days that have one. */
export const aggregations = ['sum', 'average', 'last', 'count'] as const;
export type Aggregation = (typeof aggregations)[number];

export const maxDecimals = 3;

/** What somebody needs to know of a KPI to read a number of it. */
export const kpiSchema = z.object({
  id: idSchema,
  name: z.string(),
  unit: z.enum(units),
  /** ISO 4217; of a currency alone. */
  currency: z.nullable(z.string()),
  direction: z.enum(directions),
  aggregation: z.enum(aggregations),
  decimals: z.number(),
});
export type Kpi = z.infer<typeof kpiSchema>;

/** What a reading and a target can be: fifteen digits, three of them decimals, which a number holds exactly. */
export const highestValue = 999_999_999_999;

export const valueSchema = z
  .number('Enter a number.')
  .check(
    z.gte(-highestValue, 'This number is too low.'),
    z.lte(highestValue, 'This number is too high.'),
    z.refine(hasFewDecimals, 'At most three decimals.'),
  );

/** Three at most: what is stored is what was sent. */
function hasFewDecimals(value: number): boolean {
  return Number(value.toFixed(maxDecimals)) === value;
}
