import { expect, it } from 'vitest'
import { idleStanding, quietMs, warningMs } from './idle.ts'

it('warns after a quiet minute, for 20 seconds at least, and then lets go', () => {
  expect(idleStanding(quietMs - 1)).toEqual({ state: 'active' })
  expect(idleStanding(quietMs)).toEqual({ state: 'warning', secondsLeft: warningMs / 1000 })
  expect(warningMs).toBeGreaterThanOrEqual(20_000)
  expect(idleStanding(quietMs + warningMs - 1)).toEqual({ state: 'warning', secondsLeft: 1 })
  expect(idleStanding(quietMs + warningMs)).toEqual({ state: 'gone' })
})
