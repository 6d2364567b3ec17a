import { addDays, startOf, weekdayOf } from '../src/features/kpis/domain/periods.ts';
import type { Kpi } from '../src/features/kpis/domain/kpi.ts';
import type { Signal } from '../src/features/signals/domain/signal.ts';
import { signalsOf } from '../src/features/signals/domain/signals-of.ts';
import type { Watched } from '../src/features/signals/domain/watched.ts';

/** Random numbers that come again with the same seed. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poisson(random: Random, mean: number): number {
  const end = Math.exp(-Math.max(mean, 0));
  let count = 0;
  for (let product = random(); product > end; product *= random()) count += 1;
  return count;
}

/** How the days of one number come. `lift`: in scatters of one week, what is planted. */
interface Shape {
  name: string;
  kpi: Omit<Kpi, 'id' | 'name'>;
  /** What one reading says; null: none on this day. */
  read: (day: string, lift: number) => number | null;
  /** A wrong one, as it gets in by a slip. */
  slip: (value: number) => number;
}

const plain = { unit: 'number', currency: null, direction: 'higher', decimals: 0 } as const;
const isWorked = (day: string) => weekdayOf(day) <= 5;
const season = [1, 1.3, 1.1, 1.2, 0.7, 0, 0];

type Make = (random: Random) => Shape;

/** Each week of it adds up to `mean`, and scatters by `cv` of it. */
function lifted(mean: number, lift: number, cv: number): number {
  return Math.max(mean * (1 + lift * cv), 0);
}

export const shapes: Make[] = [
  (random) => {
    const mean = 2 + random() * 10;
    const cv = 1 / Math.sqrt(mean * 5.3);
    return {
      name: 'daily counts with weekday seasons',
      kpi: { ...plain, aggregation: 'sum' },
      read: (day, lift) => {
        const weight = season[weekdayOf(day) - 1] ?? 0;
        return isWorked(day) ? poisson(random, lifted(mean * weight, lift, cv)) : null;
      },
      slip: (value) => value * 10 + 9,
    };
  },
  (random) => {
    const mean = 300 + random() * 3000;
    const noise = 0.3 + random() * 0.5;
    const cv = Math.sqrt((Math.exp(noise ** 2) - 1) / 5);
    return {
      name: 'amounts of money, skewed',
      kpi: { ...plain, unit: 'currency', currency: 'EUR', aggregation: 'sum' },
      read: (day, lift) => {
        const weight = season[weekdayOf(day) - 1] ?? 0;
        if (!isWorked(day)) return null;
        return Math.round(
          lifted(mean * weight, lift, cv) * Math.exp(noise * normal(random) - noise ** 2 / 2),
        );
      },
      slip: (value) => value * 20,
    };
  },
  (random) => {
    const [middle, noise] = [20 + random() * 60, 3 + random() * 8];
    return {
      name: 'percentages, some days',
      kpi: { ...plain, unit: 'percent', decimals: 1, aggregation: 'average' },
      read: (day, lift) =>
        isWorked(day) && random() < 0.6
          ? Math.round(10 * (middle + noise * normal(random) + (lift * noise) / Math.sqrt(3))) / 10
          : null,
      slip: () => 0,
    };
  },
  (random) => {
    const mean = 0.15 + random() * 0.8;
    const cv = 1 / Math.sqrt(mean * 5);
    return {
      name: 'small counts, read only when there is one',
      kpi: { ...plain, aggregation: 'sum' },
      read: (day, lift) => {
        const count = isWorked(day) ? poisson(random, lifted(mean, lift, cv)) : 0;
        return count === 0 ? null : count;
      },
      slip: (value) => value * 10,
    };
  },
  (random) => {
    const mean = 60 + random() * 300;
    return {
      name: 'durations, lower is better',
      kpi: { ...plain, unit: 'duration', direction: 'lower', aggregation: 'average' },
      read: (day, lift) =>
        isWorked(day)
          ? Math.round(lifted(mean, lift, 0.4 / Math.sqrt(5)) * Math.exp(0.4 * normal(random) - 0.08))
          : null,
      slip: (value) => value * 60,
    };
  },
  (random) => {
    let wander = 0;
    const level = 50 + random() * 100;
    return {
      name: 'a stock that wanders, once a week',
      kpi: { ...plain, aggregation: 'last' },
      read: (day, lift) => {
        if (weekdayOf(day) !== 1) return null;
        wander = 0.6 * wander + 0.8 * normal(random);
        return Math.round(level + level * 0.1 * (wander + lift));
      },
      slip: (value) => value * 10,
    };
  },
];

/** A change that is put in from a day on, in scatters of one week. */
export type Plant = (day: string) => number | 'none';

interface Grown {
  watched: Watched;
  name: string;
  /** Days of slips. */
  slips: Set<string>;
}

interface Field {
  random: Random;
  from: string;
  to: string;
  daysOff: ReadonlySet<string>;
  plant?: Plant;
}

let counted = 0;

export function grow(make: Make, { random, from, to, daysOff, plant }: Field): Grown {
  const shape = make(random);
  counted += 1;
  const readings: { day: string; value: number }[] = [];
  const slips = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const lift = plant?.(day) ?? 0;
    const value = lift === 'none' ? null : shape.read(day, lift);
    if (value === null || daysOff.has(day) || random() < 0.05) continue;
    const isSlip = random() < 1 / 250;
    if (isSlip) slips.add(day);
    readings.push({ day, value: isSlip ? shape.slip(value) : value });
  }
  const kpi = { ...shape.kpi, id: `kpi-${counted}`, name: shape.name };
  const watched: Watched = { kpi, readings, targets: targetsOf(kpi, readings), workingDays: [1, 2, 3, 4, 5] };
  return { watched, name: shape.name, slips };
}

/** A monthly target that is just what comes in: every second month misses it. */
function targetsOf(kpi: Kpi, readings: readonly { day: string; value: number }[]): Watched['targets'] {
  const byMonth = [...Map.groupBy(readings, ({ day }) => startOf('month', day)).values()];
  const sums = byMonth.map((read) => read.reduce((sum, { value }) => sum + value, 0)).sort((a, b) => a - b);
  const middle = sums[Math.floor(sums.length / 2)] ?? 0;
  if (kpi.aggregation !== 'sum' || middle === 0) return [];
  return [{ teamId: null, period: 'month', value: middle, validFrom: '2020-01-01', validTo: null }];
}

/** Three to five times a year a week or two without any reading. */
export function daysOffOf(random: Random, from: string, weeks: number): Set<string> {
  const off = new Set<string>();
  for (let week = Math.floor(random() * 12); week < weeks; week += 8 + Math.floor(random() * 14)) {
    const length = random() < 0.5 ? 7 : 14;
    for (let day = 0; day < length; day += 1) off.add(addDays(from, week * 7 + day));
  }
  return off;
}

/** As the product asks: fifteen months of readings up to that day. */
export function lookAt(grown: readonly Grown[], today: string, since: string): Signal[] {
  const from = startOf('month', addDays(today, -456));
  return signalsOf(
    grown.map(({ watched }) => ({
      ...watched,
      readings: watched.readings.filter(({ day }) => day >= from && day <= today),
    })),
    { today, since },
  );
}

export const firstDay = '2023-01-02';

/** Everything that is told within 13 weeks to somebody who looks each Monday. */
export function toldIn(grown: readonly Grown[], begin: string): Signal[] {
  const told = new Map<string, Signal>();
  for (let week = 1; week <= 13; week += 1) {
    const since = week === 1 ? begin : addDays(begin, (week - 1) * 7 + 1);
    for (const signal of lookAt(grown, addDays(begin, week * 7), since)) told.set(signal.id, signal);
  }
  return [...told.values()];
}

export interface FalseAlarms {
  personQuarters: number;
  byKind: Record<string, number>;
  byShape: Record<string, number>;
  /** Told of a week or month with a slip in it: odd indeed, so not counted above. */
  ofSlips: number;
  examples: string[];
}

/** People with five numbers in which nothing happens. A target that was hit is a fact, and no alarm. */
export function falseAlarms(seed: number, people: number, quarters: number): FalseAlarms {
  const random = randomFrom(seed);
  const result: FalseAlarms = { personQuarters: 0, byKind: {}, byShape: {}, ofSlips: 0, examples: [] };
  const weeks = 65 + 13 * quarters;
  for (let person = 0; person < people; person += 1) {
    const daysOff = daysOffOf(random, firstDay, weeks);
    const to = addDays(firstDay, weeks * 7);
    const grown = Array.from({ length: 5 }, () => {
      const make = shapes[Math.floor(random() * shapes.length)] ?? shapes[0];
      if (make === undefined) throw new Error('no shapes');
      return grow(make, { random, from: firstDay, to, daysOff });
    });
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      result.personQuarters += 1;
      countFalse(result, grown, toldIn(grown, addDays(firstDay, (65 + quarter * 13) * 7)));
    }
  }
  return result;
}

function countFalse(result: FalseAlarms, grown: readonly Grown[], told: readonly Signal[]): void {
  for (const signal of told) {
    if (signal.kind === 'target-hit') continue;
    const own = grown.find(({ watched }) => watched.kpi.id === signal.kpi.id);
    const { period, startsOn } = signal.evidence;
    const isSlip = [...(own?.slips ?? [])].some((day) => startOf(period, day) === startsOn);
    if (isSlip && (signal.kind === 'anomaly' || signal.kind === 'record' || signal.kind === 'pace')) {
      result.ofSlips += 1;
      continue;
    }
    result.byKind[signal.kind] = (result.byKind[signal.kind] ?? 0) + 1;
    result.byShape[signal.kpi.name] = (result.byShape[signal.kpi.name] ?? 0) + 1;
    if (result.examples.length < 40) result.examples.push(signal.sentence);
  }
}

export function perQuarter({ personQuarters, byKind }: FalseAlarms): number {
  return Object.values(byKind).reduce((sum, count) => sum + count, 0) / personQuarters;
}

export type Planted = 'level' | 'trend' | 'spike' | 'stop';

/** Which signals say what was planted. */
const says: Record<Planted, readonly Signal['kind'][]> = {
  level: ['level-change', 'trend-change'],
  trend: ['trend-change', 'level-change'],
  spike: ['anomaly', 'record'],
  stop: ['data-stopped'],
};

/** Planted three weeks into a quarter, looked for until its end: the part that is found. */
export function recall(seed: number, planted: Planted, size: number, tries: number, makes = shapes): number {
  const random = randomFrom(seed);
  let found = 0;
  for (let one = 0; one < tries; one += 1) {
    const begin = addDays(firstDay, 65 * 7);
    const at = addDays(begin, 14);
    const side = random() < 0.5 ? -1 : 1;
    const plant: Plant = (day) => {
      if (day < at) return 0;
      const weeks = Math.floor((Date.parse(day) - Date.parse(at)) / 604_800_000);
      if (planted === 'level') return side * size;
      if (planted === 'trend') return side * size * (weeks + 1);
      if (planted === 'stop') return weeks < 13 - 2 - size ? 0 : 'none';
      return weeks === 0 ? side * size : 0;
    };
    const make = makes[one % makes.length];
    if (make === undefined) throw new Error('no shapes');
    // Nobody is off when it happens: what was not read can't be seen.
    const daysOff = new Set(
      [...daysOffOf(random, firstDay, 78)].filter((day) => day < at || planted !== 'spike'),
    );
    const grown = grow(make, { random, from: firstDay, to: addDays(begin, 91), daysOff, plant });
    const told = toldIn([grown], begin);
    if (told.some(({ kind, on }) => says[planted].includes(kind) && on > at)) found += 1;
  }
  return found / tries;
}
