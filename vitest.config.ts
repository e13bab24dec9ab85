import { defineConfig } from 'vitest/config'

const ours = (name: string) => [
  `server/**/${name}`,
  `hardware/**/${name}`,
  `kiosk/src/**/${name}`,
  `staff-console/src/**/${name}`,
]

/** What must come to be is waited for: nothing here should fail because a machine is busy. */
const patient = { poll: { timeout: 20_000, interval: 20 } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // for loaded machines: no test here waits for a clock
          testTimeout: 30_000,
          expect: patient,
          include: ours('*.test.ts'),
          exclude: ['**/node_modules/**', '**/*.postgres.test.ts'],
        },
      },
      {
        test: {
          name: 'postgres',
          include: ours('*.postgres.test.ts'),
          exclude: ['**/node_modules/**'],
          globalSetup: 'server/test/postgres.setup.ts',
          testTimeout: 30_000,
          expect: patient,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
