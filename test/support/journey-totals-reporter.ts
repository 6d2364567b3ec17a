import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** Writes `{ passed, failed }` to the file that `npm run check` names in TOTALS_FILE. */
export default class JourneyTotalsReporter implements Reporter {
  #root: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, root: Suite): void {
    this.#root = root;
  }

  onError(): void {
    this.#errors += 1;
  }

  onEnd(result: FullResult): void {
    const file = process.env['TOTALS_FILE'];
    if (!file) return;
    const outcomes = this.#root?.allTests().map((test) => test.outcome()) ?? [];
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky').length;
    const wrong = outcomes.filter((outcome) => outcome === 'unexpected').length + this.#errors;
    const failed = wrong === 0 && result.status !== 'passed' ? 1 : wrong;
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }

  printsToStdio(): boolean {
    return false;
  }
}
