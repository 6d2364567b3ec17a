import { pathToFileURL } from 'node:url';
import { falseAlarms, perQuarter, recall } from './signal-trial.ts';
import type { Planted } from './signal-trial.ts';

// What the signals cost in false alarms and what they find, on seeded random numbers: no database, no clock. Alone:
// node bench/signals.ts [--people N]

const sizes: Record<Planted, { of: string; sizes: number[] }> = {
  level: { of: 'scatters of a week', sizes: [1, 1.5, 2, 3, 4, 6] },
  trend: { of: 'scatters a week', sizes: [0.1, 0.2, 0.3, 0.5, 0.8] },
  spike: { of: 'scatters of a week', sizes: [3, 4, 5, 6, 8, 12] },
  stop: { of: 'weeks of silence', sizes: [2, 3, 4, 6] },
};

/** Prints a line a figure. */
export function measureSignals(people = 200, seed = 20_261_122): void {
  const alarms = falseAlarms(seed, people, 4);
  const rate = perQuarter(alarms);
  const verdict = rate <= 1 ? 'ok, bar 1' : 'OVER the bar 1';
  console.log(
    `signals: false alarms per person (5 KPIs) and quarter, of ${alarms.personQuarters}: ${rate.toFixed(2)}  ${verdict}`,
  );
  for (const [name, counts] of [
    ['by kind', alarms.byKind],
    ['by shape', alarms.byShape],
  ] as const) {
    const words = Object.entries(counts).map(
      ([of, count]) => `${of} ${(count / alarms.personQuarters).toFixed(3)}`,
    );
    console.log(`  ${name}: ${words.join(', ')}`);
  }
  console.log(`  told of slips besides: ${(alarms.ofSlips / alarms.personQuarters).toFixed(2)}`);
  if (process.argv.includes('--examples')) console.log(alarms.examples.join('\n'));
  for (const [planted, { of, sizes: all }] of Object.entries(sizes)) {
    const found = all.map((size) => {
      const part = recall(seed + 1, planted as Planted, size, people); // a key of the same object
      return `${size}: ${Math.round(part * 100)} %`;
    });
    console.log(`signals: found of a planted ${planted}, by ${of}: ${found.join(', ')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--people');
  measureSignals(at > 0 ? Number(process.argv[at + 1]) : undefined);
}
