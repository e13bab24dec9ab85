import type { ClientResult } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import './plain-runes.ts'
import { retryDelayMs, TicketOrder, type Ticket, type Wish } from './ticket-order.svelte.ts'

const wish: Wish = { language: 'es', line: 'pet-tag', appointmentAt: null, told: [] }
const ticket: Ticket = {
  visitId: 'v',
  number: 'P012',
  jobId: 'j',
  intakeIds: [],
  seq: 7,
  url: 'https://x/t/v.s',
}
const taken = { ok: true, value: ticket } as const
const failed = (code: 'offline' | 'internal' | 'invalid-answers'): ClientResult<Ticket> =>
  code === 'offline'
    ? { ok: false, error: { code } }
    : { ok: false, error: { code, status: 500, type: '', title: '' } }

const anOrder = (...answers: ClientResult<Ticket>[]) => {
  const sent: { body: unknown; key: string }[] = []
  const command = async (_kind: string, sentBody: unknown, key: string) => {
    sent.push({ body: sentBody, key })
    return answers[sent.length - 1] ?? taken
  }
  const order = new TicketOrder({ command: command as never }, wish, async () => {})
  return { order, sent }
}

describe('an order for a ticket', () => {
  it('is sent with the same key and body until an answer comes', async () => {
    const { order, sent } = anOrder(failed('offline'), failed('internal'), failed('offline'))
    expect(await order.send()).toEqual({ state: 'taken', ticket })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(new Set(sent.map((each) => JSON.stringify(each.body))).size).toBe(1)
  })

  it('is sent once, however often it is asked for', async () => {
    const { order, sent } = anOrder()
    await Promise.all([order.send(), order.send(), order.send()])
    await order.send()
    expect(sent).toHaveLength(1)
  })

  it('ends with a refusal that no retry would change', async () => {
    const { order, sent } = anOrder(failed('invalid-answers'))
    expect(await order.send()).toEqual({ state: 'refused', code: 'invalid-answers' })
    expect(sent).toHaveLength(1)
  })

  it('gives up on a defect that stays', async () => {
    const { order, sent } = anOrder(...Array.from({ length: 9 }, () => failed('internal')))
    expect(await order.send()).toEqual({ state: 'refused', code: 'internal' })
    expect(sent).toHaveLength(5)
  })

  it('stops once nobody waits for it', async () => {
    const { order, sent } = anOrder(failed('offline'))
    const ending = order.send()
    order.drop()
    expect(await ending).toEqual({ state: 'dropped' })
    expect(sent).toHaveLength(1)
  })

  it('waits longer from try to try, and never longer than five seconds', () => {
    expect([1, 2, 3, 4, 5, 50].map(retryDelayMs)).toEqual([500, 1000, 2000, 4000, 5000, 5000])
  })
})
