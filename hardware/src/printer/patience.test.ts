import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { losePatience } from './patience.ts'
import { waitFor } from '../fixtures/wait-for.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('acts once, after its time', () => {
  const act = vi.fn()
  losePatience(100, act)
  vi.advanceTimersByTime(99)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(act).toHaveBeenCalledTimes(1)
})

test('does nothing once it is ended', () => {
  const act = vi.fn()
  const end = losePatience(100, act)
  vi.advanceTimersByTime(60)
  end()
  vi.advanceTimersByTime(1_000)
  expect(act).not.toHaveBeenCalled()
})

test('a machine that stands still for longer than its patience hears first what has come in', async () => {
  vi.useRealTimers()
  const heard: string[] = []
  losePatience(20, () => heard.push('impatient'))
  setImmediate(() => heard.push('an answer'))
  for (const end = performance.now() + 60; performance.now() < end;);
  await waitFor(() => expect(heard).toContain('impatient'))
  expect(heard[0]).toBe('an answer')
})
