import { describe, expect, test } from 'vitest'
import { englishGrade, englishSyllables, spanishEase, spanishSyllables } from '../../test/reading-grade.ts'
import type { Language, Texts } from '../domain/language.ts'
import type { Service } from '../domain/service.ts'
import { services } from './index.ts'

/** The wording of the law itself is not ours to make easier. */
const isLaw = (code: string): boolean => code === 'declare-perjury' || code.startsWith('signed-form')

const sentencesOf = ({ questions, texts }: Service, language: Language): string[] => {
  const all: Texts[] = [
    ...questions.flatMap(({ title, hint }) => (hint ? [title, hint] : [title])),
    ...Object.entries(texts).flatMap(([code, text]) => (isLaw(code) ? [] : [text])),
  ]
  // names and labels are no sentences
  return all.map((text) => text[language]).filter((text) => /[.?]$/.test(text))
}

test.each([
  ['cat', 1],
  ['license', 2],
  ['city', 2],
  ['receipt', 2],
  ['renewed', 2],
  ['table', 2],
  ['identification', 6],
])('%s has %d syllables', (word, count) => {
  expect(englishSyllables(word)).toBe(count)
})

test.each([
  ['perro', 2],
  ['ciudad', 2],
  ['día', 2],
  ['quiere', 2],
  ['licencia', 3],
  ['ventanilla', 4],
  ['identificación', 6],
])('%s has %d syllables', (word, count) => {
  expect(spanishSyllables(word)).toBe(count)
})

test('a hard text is told from an easy one', () => {
  expect(englishGrade(['The dog wears the tag.'])).toBeLessThan(3)
  expect(
    englishGrade([
      'Applicants are hereby notified that documentation demonstrating sterilization must accompany the application.',
    ]),
  ).toBeGreaterThan(14)
  expect(spanishEase(['El perro lleva la placa.'])).toBeGreaterThan(75)
  expect(
    spanishEase([
      'Se notifica a los solicitantes que la documentación acreditativa de la esterilización deberá acompañar la solicitud.',
    ]),
  ).toBeLessThan(40)
})

describe.each([...services.values()].map((service) => ({ id: service.id, service })))(
  '$id',
  ({ service }) => {
    test('[S8] English reads at grade 8 at most, Spanish at least fairly easily', () => {
      const grade = englishGrade(sentencesOf(service, 'en'))
      const ease = spanishEase(sentencesOf(service, 'es'))
      console.info(`${service.id}: English grade ${grade.toFixed(1)}, Spanish INFLESZ ${ease.toFixed(0)}`)
      expect(grade).toBeLessThanOrEqual(8)
      expect(ease).toBeGreaterThanOrEqual(60)
    })
  },
)
