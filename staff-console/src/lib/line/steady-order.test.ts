import { expect, it } from 'vitest'
import { steadyOrder } from './steady-order.ts'

it('keeps every row in its place under the hand and puts new ones at the end', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['new-first', 'c', 'a'])).toEqual(['a', 'b', 'c', 'new-first'])
})
