import type { Aggregation } from './kpi.ts';

/** What the readings of one period come to, whichever way they add up. */
export interface Bucket {
  startsOn: string;
  sum: number;
  count: number;
  last: number;
}

/** The value of a period; null where it has no reading, which is not the same as nought. */
export function valueOf(aggregation: Aggregation, bucket: Bucket | undefined): number | null {
  if (bucket === undefined || bucket.count === 0) return null;
  switch (aggregation) {
    case 'sum':
      return rounded(bucket.sum);
    case 'average':
      return rounded(bucket.sum / bucket.count);
    case 'last':
      return bucket.last;
    case 'count':
      return bucket.count;
  }
}

/** Six decimals: more than is shown, few enough that the same readings give the same number everywhere. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** Whether a value grows from reading to reading, so that a part of the period asks for a part of the target. */
export function addsUp(aggregation: Aggregation): boolean {
  return aggregation === 'sum' || aggregation === 'count';
}

export interface Reading {
  day: string;
  value: number;
}

/** Readings, oldest first, as the bucket of the period that begins on `startsOn`. */
export function bucketOf(startsOn: string, readings: readonly Reading[]): Bucket {
  return {
    startsOn,
    sum: readings.reduce((sum, { value }) => sum + value, 0),
    count: readings.length,
    last: readings.at(-1)?.value ?? 0,
  };
}
