import { expect, it } from 'vitest'
import { startProblem } from '../start-problem.ts'
import { clockDifference, keepClockCompared, refuseWrongClock } from './clock.ts'
import type { Database } from './pool.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const aPool = (there: number): Database =>
  ({ query: async () => ({ rows: [{ now: there }] }) }) as unknown as Database
const at =
  (...times: number[]) =>
  (): number =>
    times.shift() ?? noon

it.each([
  ['the same', noon, [noon, noon], 0],
  ['behind', noon + 90_000, [noon, noon + 5], -89_995],
  ['ahead', noon - 90_000, [noon, noon + 5], 90_000],
  ['only as far as its answer took', noon + 4_000, [noon, noon + 8_000], 0],
])('[C20] tells how far this clock is ahead of the database’s: %s', async (_, there, times, aheadMs) => {
  expect(await clockDifference(aPool(there), at(...times))).toMatchObject({ there, aheadMs })
})

it('[C20] does not start more than a minute off, and says both times and what to do', async () => {
  const refused = async (there: number): Promise<unknown> =>
    refuseWrongClock(aPool(there), () => noon).catch((thrown: unknown) => thrown)
  for (const fine of [0, 60_000, -60_000]) expect(await refused(noon + fine)).toBeUndefined()
  expect(await refused(noon + 60_001)).toBeInstanceOf(Error)
  const around = { host: '127.0.0.1', port: 8080, paperPort: 8081, dataDir: '/none' }
  expect(startProblem(await refused(Date.UTC(2031, 0, 2, 3, 4, 5)), around)).toBe(
    'The clock of this machine says 2026-11-23 12:00:00 UTC, and that of the database 2031-01-02 03:04:05 UTC. ' +
      'Set the one that is wrong, let NTP keep both, and start again: an office never goes back to an earlier time.',
  )
})

it('[C20] looks again and again while it runs, and says each time that a clock is off', async () => {
  const told: unknown[] = []
  let there = noon
  let asked = 0
  let fails = false
  const pool = {
    query: async () => {
      asked += 1
      if (fails) throw new Error('away')
      return { rows: [{ now: there }] }
    },
  } as unknown as Database
  const compared = keepClockCompared({
    pool,
    clock: () => noon,
    everyMs: 1,
    onOff: (difference) => void told.push(difference.aheadMs),
    onError: () => void told.push('failed'),
  })
  await expect.poll(() => asked).toBeGreaterThan(2)
  expect(told).toEqual([])
  there = noon - 3_600_000
  await expect.poll(() => told).toContain(3_600_000)
  fails = true
  await expect.poll(() => told).toContain('failed')
  fails = false
  const before = told.length
  await expect.poll(() => told.length).toBeGreaterThan(before + 1)
  await compared.stop()
})
