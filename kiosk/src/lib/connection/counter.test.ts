import type { ClientError } from '@lobbyline/server/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import '../flow/plain-runes.ts'
import { Counter } from './counter.svelte.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A server that refuses so often before it enrolls, and knows this screen then. */
const aCounter = (...refusals: ClientError['code'][]) => {
  let isKnown = false
  const query = async (name: string): Promise<unknown> => {
    if (name === 'services')
      return isKnown ? { ok: true, value: { city: {} } } : { ok: false, error: { code: 'unauthenticated' } }
    const code = refusals.shift()
    if (code) return { ok: false, error: { code } }
    isKnown = true
    return { ok: true, value: {} }
  }
  return new Counter({ query: query as never })
}

it.each(['offline', 'internal', 'too-many-requests', 'not-ready'] as const)(
  'shows its token again when the answer to it was %s',
  async (code) => {
    const counter = aCounter(code, code)
    const enrolled = vi.fn()
    const end = counter.start('token', enrolled)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(counter.standing.state).toBe('ready')
    expect(enrolled).toHaveBeenCalledOnce()
    end()
  },
)

it('lets go of a token that the server does not know', async () => {
  const counter = aCounter('unauthenticated', 'unauthenticated')
  const end = counter.start('token')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(counter.standing.state).toBe('not-enrolled')
  end()
})
