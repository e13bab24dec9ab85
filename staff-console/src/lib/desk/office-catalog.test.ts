import type { Client, ClientError, StaffView } from '@lobbyline/server/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import '../testing/plain-runes.ts'
import { OfficeCatalog } from './office-catalog.svelte.ts'

const rosa: StaffView = { id: 'rosa', name: 'Rosa', roles: ['clerk'] }
const miguel: StaffView = { id: 'miguel', name: 'Miguel', roles: ['clerk', 'oath'] }

/** A server with this staff, that answers first with these errors, one after the other. */
const anOffice = (staff: StaffView[], ...errors: ClientError[]) => {
  let asked = 0
  const query = async (name: string) => {
    if (name !== 'staff') return { ok: true, value: {} }
    asked += 1
    const error = errors.shift()
    return error ? { ok: false, error } : { ok: true, value: [...staff] }
  }
  return { catalog: new OfficeCatalog({ query } as unknown as Client), staff, asked: () => asked }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('knows at each reading who is of the staff by now', async () => {
  const { catalog, staff } = anOffice([rosa])
  await catalog.read()
  staff.push(miguel)
  await catalog.read()
  expect(catalog.current?.staffName('miguel')).toBe('Miguel')
  expect(catalog.current?.oathTakers()).toEqual([miguel])
})

it('reads the staff again for somebody unknown, once for each', async () => {
  const { catalog, staff, asked } = anOffice([rosa])
  await catalog.read()
  staff.push(miguel)
  expect(catalog.current?.staffName('miguel')).toBe('A colleague')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(catalog.current?.staffName('miguel')).toBe('Miguel')
  for (let shown = 0; shown < 5; shown += 1) {
    expect(catalog.current?.staffName('who-has-left')).toBe('A colleague')
    expect(catalog.current?.staffName(null)).toBe('A colleague')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(asked()).toBe(3)
})

it('asks again while the server cannot answer, and not for what was refused', async () => {
  const forbidden = { type: 'about:blank', title: 'forbidden', code: 'forbidden', status: 403 } as const
  const { catalog, asked } = anOffice([rosa], { code: 'offline' }, forbidden)
  await catalog.read()
  expect(catalog.refusal).toBeNull()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(2)
  expect(catalog.refusal).toBe(forbidden)
  await catalog.read()
  expect(catalog.refusal).toBeNull()
  expect(catalog.current?.staffName('rosa')).toBe('Rosa')
})
