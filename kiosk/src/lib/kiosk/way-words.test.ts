import { englishGrade, spanishEase } from '@lobbyline/server/test/reading-grade'
import { expect, it } from 'vitest'
import { wayWords } from './way-words.ts'

it('[30] the ways in read at grade 8 at most in English, and fairly easily in Spanish', () => {
  expect(englishGrade([wayWords.en.timeLead, wayWords.en.unknownCode])).toBeLessThanOrEqual(8)
  expect(spanishEase([wayWords.es.timeLead, wayWords.es.unknownCode])).toBeGreaterThanOrEqual(60)
})
