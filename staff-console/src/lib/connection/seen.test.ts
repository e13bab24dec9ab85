import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Seen } from './seen.ts'

const told = async (seen: Seen, ...seqs: number[]): Promise<number[]> => {
  const done: number[] = []
  for (const seq of seqs) void seen.reached(seq).then(() => done.push(seq))
  await setImmediate()
  return done
}

it('tells who waits for a fact when it is seen, and at once when it was', async () => {
  const seen = new Seen()
  seen.upTo(10)
  const done = await told(seen, 9, 10, 11, 12)
  expect(done).toEqual([9, 10])
  seen.upTo(11)
  await setImmediate()
  expect(done).toEqual([9, 10, 11])
})

it('lets nobody wait for a fact that a restored log has lost', async () => {
  const seen = new Seen()
  seen.upTo(4_990)
  const done = await told(seen, 5_000)
  seen.upTo(4_990)
  await setImmediate()
  expect(done).toEqual([])
  seen.upTo(4_200)
  await setImmediate()
  expect(done).toEqual([5_000])
})
