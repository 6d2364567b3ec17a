import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

/** Writes `{ passed, failed }` to the file that `npm run check` names in TOTALS_FILE. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandledErrors) => {
    const file = process.env['TOTALS_FILE'];
    if (!file) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failedTests = tests.filter((test) => test.result().state === 'failed').length;
    // A file that cannot be loaded, a hook that fails and an error that nobody caught fail without a failed test.
    const errors = modules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]);
    const failed = failedTests + errors.length + unhandledErrors.length;
    writeFileSync(file, JSON.stringify({ passed, failed }));
  };
}
