import { maxSpokenLength } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

it.each([
  ['Nothing is chosen yet. Touch yes or no.', ['Nothing is chosen yet.', 'Touch yes or no.']],
  ['您还没有选择。请触摸一个答案。', ['您还没有选择。', '请触摸一个答案。']],
  ['Next', ['Next']],
  ['To pay: $3.25', ['To pay: $3.25']],
  ['The fee is $3.25. You pay the clerk.', ['The fee is $3.25.', 'You pay the clerk.']],
  ['Between 8 a.m. and 5 p.m. on Mondays.', ['Between 8 a.m. and 5 p.m. on Mondays.']],
  ['De 8 a. m. a 5 p. m. los lunes. Llame antes.', ['De 8 a. m. a 5 p. m. los lunes.', 'Llame antes.']],
  ['12 E. 6th Street is yours.', ['12 E. 6th Street is yours.']],
  ['Ready? “Yes.” Go on.', ['Ready?', '“Yes.”', 'Go on.']],
  ['Ask at lobby.example.gov today. Thanks.', ['Ask at lobby.example.gov today.', 'Thanks.']],
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
