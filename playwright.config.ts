import { defineConfig } from '@playwright/test'
import type { WorkerSettings } from './test/support/e2e/app.ts'

/** One suite on two hosts: in the window, and in a browser on the loopback host. */
export default defineConfig<object, WorkerSettings>({
  testDir: 'test/e2e',
  globalSetup: './test/support/e2e/global-setup.ts',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  workers: 2,
  // A busy computer can make one step late; what passes only at the second time is reported as flaky.
  retries: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
  projects: [
    { name: 'electron', use: { hostName: 'electron' } },
    { name: 'loopback', use: { hostName: 'loopback' }, testIgnore: '**/electron-*.spec.ts' },
  ],
})
