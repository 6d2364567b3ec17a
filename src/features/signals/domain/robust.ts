import { median, medianAbsoluteDeviation, sampleCorrelation } from 'simple-statistics';

/** Turns a median absolute deviation into what a standard deviation would be, of a normal scatter. */
const ofNormal = 1.4826;

/** The scatter around the middle, whatever single values do. Of few values it would come out too small. */
export function scatterOf(residuals: readonly number[]): number {
  const count = residuals.length;
  if (count < 4) return Number.POSITIVE_INFINITY;
  const raw = ofNormal * medianAbsoluteDeviation([...residuals]);
  // Values beyond three of it are held there, so that the rest of them can say more than the middle one alone.
  const middle = median([...residuals]);
  const held = residuals.map((value) => Math.min(Math.max(value - middle, -3 * raw), 3 * raw));
  const square = held.reduce((sum, value) => sum + value * value, 0) / (count - 1);
  return Math.max(raw, Math.sqrt(square)) * (1 + 1 / count);
}

/** Theil and Sen: the middle of all the slopes between two points; a few wild points do not turn it. */
function slopeOf(values: readonly (number | null)[]): number {
  const slopes: number[] = [];
  for (let to = 1; to < values.length; to += 1) {
    for (let from = 0; from < to; from += 1) {
      const [a, b] = [values[from] ?? null, values[to] ?? null];
      if (a !== null && b !== null) slopes.push((b - a) / (to - from));
    }
  }
  return slopes.length === 0 ? 0 : median(slopes);
}

/** How alike neighbours are, 0 to 0.9: a number that wanders needs more to be called changed. */
export function likenessOf(residuals: readonly number[]): number {
  if (residuals.length < 15) return 0;
  const before = residuals.slice(0, -1);
  const after = residuals.slice(1);
  const likeness = sampleCorrelation(before, after);
  // What chance alone gives.
  if (!Number.isFinite(likeness) || likeness < 2 / Math.sqrt(residuals.length)) return 0;
  return Math.min(likeness, 0.9);
}

/** A line through values at 0, 1, 2 …, or their middle where no slope is sure. */
export interface Line {
  at: (position: number) => number;
  slope: number;
  /** The variance of what it says at a position, in squared scatters. */
  doubt: (position: number) => number;
}

/** A median knows less than a mean: so many times its variance. */
const ofMedian = 1.571;

/** `firm`: how many standard errors a slope must have to be drawn. */
export function lineOf(values: readonly (number | null)[], firm: number): Line {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const count = known.length;
  const middle = median(known.map(({ value }) => value));
  const centre = known.reduce((sum, { at }) => sum + at, 0) / count;
  const spread = known.reduce((sum, { at }) => sum + (at - centre) ** 2, 0);
  const flat: Line = { at: () => middle, slope: 0, doubt: () => ofMedian / count };
  if (count < 10) return flat;
  const slope = slopeOf(values);
  const start = median(known.map(({ at, value }) => value - slope * at));
  const residuals = known.map(({ at, value }) => value - start - slope * at);
  const likeness = likenessOf(residuals);
  const error = scatterOf(residuals) * Math.sqrt((1.1 / spread) * ((1 + likeness) / (1 - likeness)));
  if (!(Math.abs(slope) > firm * error)) return flat;
  return {
    at: (position) => start + slope * position,
    slope,
    doubt: (position) => ofMedian / count + (1.1 * (position - centre) ** 2) / spread,
  };
}
