import { englishGrade, spanishEase } from '@lobbyline/server/test/reading-grade'
import { expect, it } from 'vitest'
import { keyWords } from './key-words.ts'

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (name: string) => unknown)('F13'))]
  return Object.values(Object(value) as object).flatMap(textsIn)
}
const sentencesIn = (value: unknown): string[] => textsIn(value).filter((text) => text.endsWith('.'))

it.each(Object.entries(keyWords))(
  'the page reads in %s, and each key has a name of its own',
  (_language, words) => {
    expect(textsIn(words).filter((text) => text.trim() === '' || /undefined|[!¡]/.test(text))).toEqual([])
    const names = Object.values(words.keys).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  },
)

it('[30] the page reads at grade 8 at most in English, and fairly easily in Spanish', () => {
  expect(englishGrade(sentencesIn(keyWords.en))).toBeLessThanOrEqual(8)
  expect(spanishEase(sentencesIn(keyWords.es))).toBeGreaterThanOrEqual(60)
})
