import { expect, it } from 'vitest'
import { isSearchable } from './searchable.ts'

it.each(['李', ' 李 ', '李明', '𠮷', 'an', 'Y1', '20417'])('searches for %j', (typed) => {
  expect(isSearchable(typed)).toBe(true)
})

it.each(['', '  ', 'a', ' a ', 'ñ', '7', '、', 'あ'])('does not search for %j', (typed) => {
  expect(isSearchable(typed)).toBe(false)
})
