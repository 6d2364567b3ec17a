import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/journeys',
  timeout: 60_000,
  // What passes at the second try is named as flaky: a busy machine must not keep a change from landing.
  retries: 1,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['./test/support/journey-totals-reporter.ts']],
  use: {
    actionTimeout: 10_000,
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Debian's own: no browser is ever downloaded.
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
