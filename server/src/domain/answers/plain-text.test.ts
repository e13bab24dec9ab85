import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

const hostile = fc.constantFrom(
  ...[
    'a',
    'Z',
    '7',
    ' ',
    '  ',
    '"',
    ',',
    '\n',
    '\r',
    '=',
    "'",
    '#',
    '/',
    '-',
    'é',
    'e\u0301',
    '中',
    '👩‍👧',
    '½',
    '٤',
  ],
  ...[
    '\0',
    '\x1b',
    '\u007f',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\u202e',
    '\u2067',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\uffff',
  ],
)

describe('plain text', () => {
  test('is trimmed, spaced once and composed', () => {
    expect(plainText('  Jose\u0301   Nun\u0303ez ', 40)).toEqual({ ok: true, value: 'José Nuñez' })
    expect(plainText('👩‍👧 family', 40)).toEqual({ ok: true, value: '👩‍👧 family' })
  })

  test.each([
    ['NUL', 'a\0b'],
    ['control', 'a\x1b[2Jb'],
    ['line feed', 'a\nb'],
    ['high surrogate alone', 'a\ud800b'],
    ['low surrogate alone', 'a\udc00'],
    ['right-to-left override', 'a\u202eb'],
    ['isolate', 'a\u2067b'],
    ['Arabic letter mark', 'a\u061cb'],
    ['line separator', 'a\u2028b'],
    ['byte order mark', '\ufeffa'],
    ['a tower of marks', `a${'\u0316'.repeat(5)}b`],
  ])('with %s is refused', (_, raw) => {
    expect(plainText(raw, 40)).toEqual({ ok: false, code: 'bad-characters' })
  })

  test.each([
    ['a soft hyphen', 'Pa\u00adlm'],
    ['a space of no width', 'Pa\u200blm\u200b'],
    ['a word joiner', '\u2060Palm'],
    ['what was an operator once', 'Pa\u2064\u206alm'],
  ])('loses %s, which no paper shows', (_, raw) => {
    expect(plainText(raw, 40)).toEqual({ ok: true, value: 'Palm' })
  })

  test('is composed of what is left', () => {
    expect(plainText('Jose\u200b\u0301 \u00ad Ruiz', 40)).toEqual({ ok: true, value: 'José Ruiz' })
  })

  test('has a bound, also when it is enormous', () => {
    expect(plainText('a'.repeat(40), 40).ok).toBe(true)
    expect(plainText('a'.repeat(41), 40)).toMatchObject({ code: 'too-long', details: { max: 40 } })
    expect(plainText('\0'.repeat(10_000_000), 40)).toMatchObject({ code: 'too-long' })
  })

  test('what comes out is well formed and comes out the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: hostile, maxLength: 60 }), (raw) => {
        const once = plainText(raw, 60)
        if (!once.ok) return
        expect(once.value.isWellFormed()).toBe(true)
        expect(plainText(once.value, 60)).toEqual(once)
      }),
    )
  })
})
