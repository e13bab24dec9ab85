import {
  inEachLanguage,
  type AssessmentView,
  type Client,
  type ClientError,
  type ServiceDefinition,
} from '@lobbyline/server/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import '../testing/plain-runes.ts'
import { AnswerForm } from './answer-form.svelte.ts'

const text = inEachLanguage(() => '')
const service: ServiceDefinition = {
  id: 'toy',
  prefix: 'T',
  icon: 'tag',
  name: text,
  about: text,
  texts: {},
  denials: [],
  questions: [{ id: 'name', kind: { type: 'name' }, title: text, label: text }],
}
const view = { invalid: [], assessment: { fees: [] } } as unknown as AssessmentView
const forbidden: ClientError = { type: 'about:blank', title: 'forbidden', code: 'forbidden', status: 403 }

/** A form at a server that answers first with these errors, one after the other. */
const aForm = (...errors: ClientError[]) => {
  let asked = 0
  const query = async () => {
    asked += 1
    const error = errors.shift()
    return error ? { ok: false, error } : { ok: true, value: view }
  }
  return { form: new AnswerForm({ query } as unknown as Client, service), asked: () => asked }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks again while the server cannot answer', async () => {
  const { form, asked } = aForm({ code: 'offline' }, { code: 'offline' })
  form.follow()
  await vi.advanceTimersByTimeAsync(1_000)
  expect([form.standing, form.failure]).toEqual(['failed', { code: 'offline' }])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(3)
  expect([form.standing, form.failure, form.result]).toEqual(['assessed', null, view])
})

it('does not ask again for what was refused, before somebody wants it or types on', async () => {
  const { form, asked } = aForm(forbidden, forbidden)
  form.follow()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([asked(), form.failure]).toEqual([1, forbidden])
  form.askAgain()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([asked(), form.failure]).toEqual([2, forbidden])
  form.set('name', 'Dana')
  await vi.advanceTimersByTimeAsync(60_000)
  expect([asked(), form.standing]).toEqual([3, 'assessed'])
})
