import { expect, it } from 'vitest'
import { StopInOrder } from './stop-in-order.ts'

it('ends the last that was started first, whatever fails, and only once', async () => {
  const ended: string[] = []
  const failed: string[] = []
  const all = new StopInOrder()
  all.add('database', async () => void ended.push('database'))
  all.add('line', () => Promise.reject(new Error('stuck')))
  all.add('http', async () => void ended.push('http'))
  const stop = () => all.stop((what) => failed.push(what))
  expect(await Promise.all([stop(), stop()])).toEqual([false, false])
  expect(ended).toEqual(['http', 'database'])
  expect(failed).toEqual(['line'])
})
