import { defineConfig } from 'vitest/config'

const ours = (name: string) => [
  `server/**/${name}`,
  `hardware/**/${name}`,
  `kiosk/src/**/${name}`,
  `staff-console/src/**/${name}`,
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // for loaded machines: no test here waits for a clock
          testTimeout: 30_000,
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
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
