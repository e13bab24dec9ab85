import { inEachLanguage } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { answerText, ownText, saidText } from './answer-text.ts'

const both = (text: string) => inEachLanguage(() => text)
const voice = {
  service: { texts: { pet: { ...both('your pet'), es: 'su mascota' }, gone: both('Gone since {date}') } },
  language: 'es' as const,
  words: { yes: 'Sí', no: 'No' },
}
const question = (kind: Parameters<typeof answerText>[0]['kind']) => ({
  id: 'q',
  kind,
  title: both('q'),
  label: both('q'),
})

describe('own texts', () => {
  const text = { ...both('How old is {pet}?'), es: '¿Qué edad tiene {pet}?' }

  it('fills what is known', () => {
    expect(ownText(text, { ...voice, values: { pet: 'Biscuit' } })).toBe('¿Qué edad tiene Biscuit?')
  })

  it('shows the text of that name, or dots, but never braces', () => {
    expect(ownText(text, voice)).toBe('¿Qué edad tiene su mascota?')
    expect(ownText(both('Until {end}'), voice)).toBe('Until …')
  })

  it('words a code, and an unknown one as nothing', () => {
    expect(saidText({ code: 'gone', values: { date: { date: '2026-05-14' } } }, voice)).toBe(
      'Gone since 14 de mayo de 2026',
    )
    expect(saidText({ code: 'never-worded' }, voice)).toBe('')
  })
})

describe('answers read back', () => {
  it.each([
    [{ type: 'yes-no' }, true, 'Sí'],
    [{ type: 'phone' }, '9515550142', '(951) 555-0142'],
    [{ type: 'quantity', min: 1, max: 9 }, 3, '3'],
    [{ type: 'date', fromDays: 0, toDays: 9 }, '2026-05-14', '14 de mayo de 2026'],
    [
      { type: 'dates', fromDays: 0, toDays: 9, max: 3 },
      ['2026-11-28', '2026-11-29'],
      'sábado,\u00a028\u00a0de\u00a0noviembre · domingo,\u00a029\u00a0de\u00a0noviembre',
    ],
    [{ type: 'choice', options: [{ value: 'a', text: both('Option A') }] }, 'a', 'Option A'],
    [{ type: 'name' }, 'María', 'María'],
  ] as const)('%o', (kind, answer, text) => {
    expect(answerText(question(kind), answer, voice)).toBe(text)
  })
})
