import { maxSpokenLength } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

it.each([
  ['Nothing is chosen yet. Touch yes or no.', ['Nothing is chosen yet.', 'Touch yes or no.']],
  ['您还没有选择。请触摸一个答案。', ['您还没有选择。', '请触摸一个答案。']],
  ['Next', ['Next']],
  ['  ', []],
])('%j is said as %j', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences)
})

it('nothing is longer than can be said at once, and no word is lost', () => {
  const text = 'word '.repeat(300).trim()
  const parts = sentencesOf(text)
  expect(parts.every((part) => part.length <= maxSpokenLength)).toBe(true)
  expect(parts.join(' ')).toBe(text)
})
