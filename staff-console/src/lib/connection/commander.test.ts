import type { Client, ClientError } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { backOffMs } from './back-off.ts'
import { createCommander } from './commander.ts'

const problem = (code: 'outcome-unknown' | 'line-empty'): ClientError => ({
  type: 'about:blank',
  title: code,
  status: 409,
  code,
})

const clientThat = (...errors: (ClientError | null)[]) => {
  const keys: string[] = []
  const command = async (_kind: string, _body: unknown, key: string) => {
    keys.push(key)
    const error = errors[keys.length - 1]
    return error ? { ok: false, error } : { ok: true, value: { seq: 7 } }
  }
  return { keys, client: { command } as unknown as Client }
}

describe('a command', () => {
  it('is given again with the same key until it is answered', async () => {
    const { client, keys } = clientThat({ code: 'offline' }, problem('outcome-unknown'), null)
    const waits: (number | null)[] = []
    const give = createCommander({ client, onWaiting: (wait) => waits.push(wait), sleep: async () => {} })
    expect(await give('call-next', { windowId: 'w3' })).toEqual({ ok: true, reply: { seq: 7 } })
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(waits).toEqual([1, 2, null])
  })

  it('takes a refusal for an answer, and has a key of its own', async () => {
    const { client, keys } = clientThat(problem('line-empty'), null)
    const give = createCommander({ client, sleep: async () => {} })
    expect(await give('call-next', { windowId: 'w3' })).toMatchObject({ ok: false })
    await give('call-next', { windowId: 'w3' })
    expect(new Set(keys).size).toBe(2)
  })
})

it('waits longer from attempt to attempt, but never more than five seconds', () => {
  expect(backOffMs(0, () => 1)).toBe(300)
  expect(backOffMs(2, () => 1)).toBe(1200)
  expect(backOffMs(20, () => 1)).toBe(5000)
  expect(backOffMs(20, () => 0)).toBe(3750)
})
