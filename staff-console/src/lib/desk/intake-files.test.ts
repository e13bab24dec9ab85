import type { Client, ClientError, IntakeView, ProblemCode } from '@lobbyline/server/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { anIntake } from '../testing/builders.ts'
import { IntakeFiles } from './intake-files.svelte.ts'

const problem = (code: ProblemCode, status: number): ClientError => ({
  type: 'about:blank',
  title: code,
  code,
  status,
})
const view = {} as IntakeView
const intake = anIntake()

/** A server that answers so, one after the other, and then with the view. */
const filesOf = (...errors: ClientError[]) => {
  const asked: { intakeId: string; atLeast: number }[] = []
  const query = async (_: string, input: { params: { intakeId: string }; query: { atLeast: number } }) => {
    asked.push({ ...input.params, ...input.query })
    const error = errors.shift()
    return error ? { ok: false, error } : { ok: true, value: view }
  }
  return { files: new IntakeFiles({ query } as unknown as Client), asked }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks again, less and less often, while the server cannot answer', async () => {
  const { files, asked } = filesOf(
    { code: 'offline' },
    ...Array<ClientError>(9).fill(problem('internal', 500)),
  )
  await files.follow(intake, null, 7)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked.length).toBeGreaterThan(4)
  expect(asked.length).toBeLessThan(9)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(11)
  expect(files.view('i1')).toBe(view)
  expect(files.refusal('i1')).toBeNull()
})

it('does not ask again for what was refused, before somebody wants it, or it has changed', async () => {
  const forbidden = problem('forbidden', 403)
  const { files, asked } = filesOf(forbidden, forbidden)
  await files.follow(intake, null, 7)
  await files.follow(intake, null, 8)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(1)
  expect(files.refusal('i1')).toBe(forbidden)
  files.askRefused()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(2)
  await files.follow({ ...intake, rev: 2 }, null, 9)
  expect(asked.at(-1)).toEqual({ intakeId: 'i1', atLeast: 9 })
  expect(files.refusal('i1')).toBeNull()
  expect(files.view('i1')).toBe(view)
})

it('does not go on asking for what has changed meanwhile', async () => {
  const { files, asked } = filesOf({ code: 'offline' })
  await files.follow(intake, null, 7)
  await files.follow({ ...intake, rev: 2 }, null, 9)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.map(({ atLeast }) => atLeast)).toEqual([7, 9])
})
