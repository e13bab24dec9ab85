import { describe, expect, test } from 'vitest'
import { runCase, type Case } from './cases.ts'
import { killWhilePrinting } from './kills.ts'

// The quick form of `npm run -w hardware matrix`.

/** its waits count turns, which a busy machine makes long */
const patientMs = 120_000

const cases: Case[] = [
  { model: 'process-id', fault: 'paper-out', phase: 'middle' },
  { model: 'process-id', fault: 'unplugged', phase: 'opening' },
  { model: 'process-id', fault: 'unplugged', phase: 'middle' },
  { model: 'process-id', fault: 'unplugged', phase: 'cut' },
  { model: 'process-id', fault: 'silent', phase: 'middle' },
  { model: 'process-id', fault: 'reboot', phase: 'middle' },
  { model: 'process-id', fault: 'server-away', phase: 'middle' },
  { model: 'process-id', fault: 'agent-killed', phase: 'cut' },
  { model: 'process-id', fault: 'power-cut', phase: 'opening' },
  { model: 'gs-r', fault: 'unplugged', phase: 'cut' },
  { model: 'gs-r', fault: 'silent', phase: 'middle' },
  { model: 'dle-eot', fault: 'paper-out', phase: 'middle' },
  { model: 'dle-eot', fault: 'silent', phase: 'middle' },
  { model: 'mute', fault: 'agent-killed', phase: 'middle' },
]

describe('a fault in a phase of a job leaves at most one unmarked copy, and all agree', () => {
  test.each(cases)(
    '$model, $fault, $phase',
    async (one) => {
      expect((await runCase(one)).faults).toEqual([])
    },
    patientMs,
  )
})

test(
  'an agent killed again and again while it prints never prints a job twice',
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const { faults } = await killWhilePrinting(6, seed)
    expect(faults, `seed ${seed}`).toEqual([])
  },
  patientMs,
)
