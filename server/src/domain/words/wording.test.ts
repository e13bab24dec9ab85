import { describe, expect, test } from 'vitest'
import { inEachLanguage } from '../language.ts'
import { formatDate, word, wordText } from './wording.ts'

const texts = {
  ends: {
    en: 'Ends {day} for {price}.',
    es: 'Vence el {day} por {price}.',
    'zh-Hans': '{day}到期，{price}。',
    tl: 'Matatapos sa {day}, {price}.',
    vi: 'Hết hạn ngày {day}, {price}.',
  },
  with: { ...inEachLanguage(() => 'With {thing}'), es: 'Con {thing}', vi: 'Với {thing}' },
  dog: { ...inEachLanguage(() => 'your dog'), es: 'su perro', vi: 'chó của quý vị' },
}

describe('wording', () => {
  test('dates and money are written as the language writes them', () => {
    const said = { code: 'ends', values: { day: { date: '2028-05-14' }, price: { cents: 2500 } } }
    expect(word(texts, said, 'en')).toBe('Ends May 14, 2028 for $25.00.')
    expect(word(texts, said, 'es')).toBe('Vence el 14 de mayo de 2028 por $25.00.')
    expect(word(texts, said, 'zh-Hans')).toBe('2028年5月14日到期，$25.00。')
    expect(word(texts, said, 'tl')).toBe('Matatapos sa Mayo 14, 2028, $25.00.')
    expect(word(texts, said, 'vi')).toBe('Hết hạn ngày 14 tháng 5, 2028, $25.00.')
  })

  test('a value can be a text of its own', () => {
    expect(word(texts, { code: 'with', values: { thing: { text: 'dog' } } }, 'es')).toBe('Con su perro')
  })

  test('a list is joined as the language joins it', () => {
    const said = { code: 'with', values: { thing: { list: ['Rex', { text: 'dog' }, { cents: 500 }] } } }
    expect(word(texts, said, 'en')).toBe('With Rex, your dog, and $5.00')
    expect(word(texts, said, 'es')).toBe('Con Rex, su perro y $5.00')
    expect(word(texts, said, 'vi')).toBe('Với Rex, chó của quý vị và $5.00')
  })

  test('a value that looks like a place is left as it is', () => {
    expect(word(texts, { code: 'with', values: { thing: '{price} $& $1', price: 'x' } }, 'en')).toBe(
      'With {price} $& $1',
    )
  })

  test('a place without a value stays visible', () => {
    expect(word(texts, { code: 'with' }, 'en')).toBe('With {thing}')
  })

  test.each(['nothing', 'toString', '__proto__'])('the unknown code %s throws', (code) => {
    expect(() => word(texts, { code }, 'en')).toThrow(/no text/)
  })

  test('a question title takes values too', () => {
    expect(wordText({ ...texts.dog, es: '¿Está bien {pet}?' }, { pet: 'Bo' }, texts, 'es')).toBe(
      '¿Está bien Bo?',
    )
  })

  test('years, months and weekdays', () => {
    expect(formatDate('2026-11-01', 'en', 'month')).toBe('November 2026')
    expect(formatDate('2026-11-01', 'es', 'month')).toBe('noviembre de 2026')
    expect(formatDate('2026-11-28', 'en', 'weekday')).toBe('Saturday, November 28')
    expect(formatDate('2026-11-28', 'es', 'weekday')).toBe('sábado, 28 de noviembre')
  })
})
