import { expect, it } from 'vitest'
import { steadyOrder } from './steady-order.ts'

it('follows the line while no hand is over it', () => {
  expect(steadyOrder(['a', 'b'], ['b', 'c', 'a'], false)).toEqual(['b', 'c', 'a'])
})

it('keeps every row in its place under the hand and puts new ones at the end', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['new-first', 'c', 'a'], true)).toEqual(['a', 'b', 'c', 'new-first'])
})
