import { englishGrade, spanishEase } from '@lobbyline/server/test/reading-grade'
import { expect, it } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Words } from './words.ts'

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (...a: unknown[]) => unknown)(2, 3))]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** Sentences for the public; what the administrator reads is none of them, nor is a word on a button. */
const sentencesOf = ({ counter: _, ...words }: Words): string[] =>
  textsIn(words).filter((text) => /[.?。]$/.test(text))

it('[30] the screens read at grade 8 at most in English, and fairly easily in Spanish', () => {
  const grade = englishGrade(sentencesOf(en))
  const ease = spanishEase(sentencesOf(es))
  console.info(`kiosk, display, phone: English grade ${grade.toFixed(1)}, Spanish INFLESZ ${ease.toFixed(0)}`)
  expect(grade).toBeLessThanOrEqual(8)
  expect(ease).toBeGreaterThanOrEqual(60)
})
