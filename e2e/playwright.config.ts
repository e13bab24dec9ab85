import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './src/browser.ts'

export default defineConfig({
  projects: [
    { name: 'stories', testDir: 'stories' },
    { name: 'access', testDir: 'access' },
  ],
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    // an act that cannot be done says which it was, long before its test's time is over
    actionTimeout: 30_000,
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
  },
})
