import { afterEach, expect, it, vi } from 'vitest'
import { newKey } from './client.ts'

afterEach(() => vi.unstubAllGlobals())

it('[C3] a key is made on any page, also on one that came without TLS', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const keys = Array.from({ length: 100 }, newKey)
  expect(new Set(keys).size).toBe(100)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
})
