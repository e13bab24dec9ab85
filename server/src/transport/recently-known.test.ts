import { expect, it } from 'vitest'
import { RecentlyKnown } from './recently-known.ts'

const aCache = (size = 10) => {
  let now = 0
  const reads: string[] = []
  const cache = new RecentlyKnown<string>(5_000, { size, clock: () => now })
  const get = (key: string) =>
    cache.get(key, async () => {
      reads.push(key)
      return `${key}@${now}`
    })
  return { cache, get, reads, pass: (ms: number) => (now += ms) }
}

it('reads again only when the answer is too old', async () => {
  const { get, reads, pass } = aCache()
  await get('a')
  pass(4_999)
  expect(await get('a')).toBe('a@0')
  pass(1)
  expect(await get('a')).toBe('a@5000')
  expect(reads).toEqual(['a', 'a'])
})

it('forgets at once when told', async () => {
  const { cache, get, reads } = aCache()
  await get('a')
  cache.forget('a')
  await get('a')
  expect(reads).toHaveLength(2)
})

it('does not remember what was being read when it was told to forget', async () => {
  const cache = new RecentlyKnown<string>(5_000)
  const { promise, resolve } = Promise.withResolvers<string>()
  const reading = cache.get('a', () => promise)
  cache.forget('a')
  resolve('still there')
  await reading
  expect(await cache.get('a', async () => 'gone')).toBe('gone')
})

it('holds no more than its size', async () => {
  const { get, reads } = aCache(2)
  for (const key of ['a', 'b', 'c', 'a']) await get(key)
  expect(reads).toEqual(['a', 'b', 'c', 'a'])
})
