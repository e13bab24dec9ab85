import '../flow/plain-runes.ts'
import type { Language } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import { languageFor } from './index.ts'
import { problemText } from './problem-text.ts'
import { tl } from './tl.ts'
import { vi } from './vi.ts'
import type { Words } from './words.ts'
import { zhHans } from './zh-hans.ts'

const catalogs: Record<Language, Words> = { en, es, 'zh-Hans': zhHans, tl, vi }

/** Every text of a catalog; functions are called with a number or a word for each place. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return [2, 'x'].map((place) => String((value as (...a: unknown[]) => unknown)(place, place)))
  if (value && typeof value === 'object') return Object.values(value).flatMap(textsOf)
  return []
}

describe.each(Object.entries(catalogs))('the words in %s', (_language, words) => {
  const texts = textsOf(words)

  it('are all there', () => {
    expect(texts.length).toBeGreaterThan(150)
    expect(texts.filter((text) => text.trim() === '' || text.includes('undefined'))).toEqual([])
  })

  it('stay calm: no exclamation, no "please wait", no "oops"', () => {
    expect(
      texts.filter((text) => /[!¡！]|please wait|por favor espere|请稍|xin chờ|xin đợi|oops|ups/i.test(text)),
    ).toEqual([])
  })

  it('say what is wrong and how to mend it, for every kind of answer', () => {
    for (const text of Object.values(words.problems.required))
      expect(text).toMatch(/^[^.。]+[.。] ?[^.。]+[.。]$/)
    expect(problemText(words, { kind: { type: 'quantity', min: 1, max: 9 } }, 'out-of-range')).toMatch(/1.*9/)
  })
})

it('one o’clock is one hour in Spanish', () => {
  expect(es.closed.opensToday('1:00 p.m.')).toBe('Abre hoy a la 1:00 p.m.')
  expect(es.closed.opens('lunes', '1:00 p.m.')).toBe('Abre el lunes a la 1:00 p.m.')
  expect(es.display.lostSince('1:05 p.m.')).toBe('Sin conexión (desde la 1:05 p.m.).')
  expect(es.display.lostSince('11:05 a.m.')).toBe('Sin conexión (desde las 11:05 a.m.).')
})

it.each([
  [['es-MX', 'en-US'], 'es'],
  [['zh-CN'], 'zh-Hans'],
  [['fil-PH', 'en'], 'tl'],
  [['ko', 'vi'], 'vi'],
  [['ko'], 'en'],
  [[], 'en'],
] as const)('a browser that wishes %j reads %s', (wishes, language) => {
  expect(languageFor(wishes)).toBe(language)
})
