import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    globalSetup: 'test/support/test-server.ts',
    // Vitest would leave one core free, on two cores for a single file at a time; much of the time is waited for the
    // database, and for processes that start or are killed.
    maxWorkers: Math.max(2, availableParallelism()),
    // The application is loaded once a worker and not once a file: half of the time was that. Each file has its own
    // database and its own application; what it stubs it has to restore.
    isolate: false,
    reporters: ['default', './test/support/totals-reporter.ts'],
    // Starting a process or a database on a busy machine takes seconds.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
