import { expect, it } from 'vitest';
import { falseAlarms, perQuarter, recall } from '../bench/signal-trial.ts';

// The benchmark in small: bench/signals.ts states the figures, and these bounds keep them.
const seed = 20_261_122;
/** In milliseconds: it is arithmetic alone, and a busy machine takes its time over it. */
const patience = 180_000;

it(
  'is told less than once a person and quarter by five numbers in which nothing happens',
  () => {
    const alarms = falseAlarms(seed, 8, 3);
    expect(alarms.personQuarters).toBe(24);
    expect(perQuarter(alarms), JSON.stringify([seed, alarms.examples])).toBeLessThanOrEqual(0.7);
  },
  patience,
);

it.each([
  ['level', 4, 0.6],
  ['trend', 0.8, 0.6],
  ['spike', 8, 0.6],
  ['stop', 5, 0.9],
] as const)(
  'finds a planted %s of %s',
  (planted, size, least) => {
    expect(recall(seed, planted, size, 18), String(seed)).toBeGreaterThanOrEqual(least);
  },
  patience,
);
