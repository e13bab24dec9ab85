import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PrinterCondition } from '../contract.ts'
import { profiles, type Profile } from '../escpos/profile.ts'
import { createLink, type Link } from './link.ts'
import { memoryTransport, type MemoryTransport } from './memory-transport.ts'

const heartbeatMs = 1_000
const answerMs = 100
const ready = [0x12, 0x12, 0x12]
const paperOut = [0x1a, 0x32, 0x7e]

let transport: MemoryTransport
let link: Link
let said: (PrinterCondition | 'lost')[]
const openAs = (profile: Profile): void => {
  link = createLink(transport, profile, { heartbeatMs, answerMs })
  link.open({
    opened: () => {},
    lost: () => said.push('lost'),
    condition: (condition) => said.push(condition),
    confirmed: () => {},
    reached: () => {},
  })
}
beforeEach(() => {
  vi.useFakeTimers()
  said = []
  transport = memoryTransport()
})
afterEach(() => {
  link.close()
  vi.useRealTimers()
})
const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('a printer that may be mute', () => {
  beforeEach(() => openAs(profiles['mute-80mm']))

  test('is well as long as it says nothing', async () => {
    await passes(5 * heartbeatMs)
    expect(said).toEqual(['ready'])
    expect(link.isMute()).toBe(true)
  })

  test('and has answered once is gone when it answers no more', async () => {
    transport.answer(...ready)
    await passes(heartbeatMs + 3 * answerMs)
    expect(said).toEqual(['ready', 'offline', 'lost'])
  })
})

describe('a printer that only answers', () => {
  beforeEach(() => openAs(profiles['generic-80mm']))

  test('and never did is not believed to be there, however open its line is', async () => {
    await passes(5 * heartbeatMs)
    expect(said[0]).toBe('offline')
    expect(said).not.toContain('ready')
    expect(link.condition()).toBe('offline')
    transport.answer(...ready)
    expect(link.condition()).toBe('ready')
  })

  test.each([
    ['well', ready, 'ready'],
    ['out of paper', paperOut, 'paper-out'],
  ] as const)(
    'and was %s is gone when it answers no more, also on a new connection',
    async (_, answer, was) => {
      transport.answer(...answer)
      await passes(heartbeatMs + 3 * answerMs)
      expect(said).toEqual([was, 'offline', 'lost'])
      await passes(10 * heartbeatMs)
      expect(link.condition()).toBe('offline')
      expect(link.isMute()).toBe(false)
      transport.answer(...ready)
      expect(said.at(-1)).toBe('ready')
    },
  )

  test('may lose a question, or answer late', async () => {
    transport.answer(...ready)
    const asked = link.ask()
    await passes(2.5 * answerMs)
    transport.answer(...paperOut)
    expect(await asked).toBe('paper-out')
    expect(said).toEqual(['ready', 'paper-out'])
  })
})
