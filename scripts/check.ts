// `npm run check`: everything that CI looks at. Stops at the first step that fails.
// The last line alone is `N passed, N failed`: the tests' own totals; a failed static step counts as one failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Totals {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  command: readonly [string, ...string[]];
  /** Tells its totals through the file named in TOTALS_FILE. */
  runsTests?: true;
  skip?: boolean;
}

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules', '.bin');
const scratch = mkdtempSync(path.join(tmpdir(), 'duologue-check-'));

const hasJourneys = readdirSync(path.join(root, 'test', 'journeys')).some((name) =>
  /\.(test|spec)\.ts$/.test(name),
);

const steps: Step[] = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['tsc'] },
  { name: 'arrows and sizes', command: [process.execPath, 'scripts/check-arrows.ts'] },
  {
    name: 'generated files',
    command: [process.execPath, 'scripts/generate.ts', '--check'],
    skip: !existsSync(path.join(root, 'scripts', 'generate.ts')),
  },
  { name: 'tests', command: ['vitest', 'run'], runsTests: true },
  { name: 'pages', command: [process.execPath, 'scripts/prepare.mjs', '--build'], skip: !hasJourneys },
  { name: 'journeys', command: ['playwright', 'test'], runsTests: true, skip: !hasJourneys },
];

function runStep(step: Step): Totals {
  const file = path.join(scratch, `${step.name}.json`);
  const [program, ...args] = step.command;
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, TOTALS_FILE: file },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${program}: ${error.message}`);
  const totals = step.runsTests ? readTotals(file) : { passed: 0, failed: 0 };
  // A runner that fails without a failed test, or ends without a word, has failed all the same.
  if (status !== 0 && totals.failed === 0) return { ...totals, failed: 1 };
  return step.runsTests && totals.passed + totals.failed === 0 ? { passed: 0, failed: 1 } : totals;
}

function readTotals(file: string): Totals {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  return JSON.parse(readFileSync(file, 'utf8')) as Totals; // written by our own reporters
}

const sum: Totals = { passed: 0, failed: 0 };
for (const step of steps) {
  if (step.skip) continue;
  console.log(`\n— ${step.name}`);
  const began = performance.now();
  const totals = runStep(step);
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`— ${step.name}: ${totals.failed === 0 ? 'good' : 'FAILED'}, ${seconds} s`);
  if (totals.failed > 0) break;
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
