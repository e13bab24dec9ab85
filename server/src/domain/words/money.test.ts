import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../language.ts'
import { formatCents, parseCents } from './money.ts'

describe('money', () => {
  test.each([
    [0, '$0.00'],
    [4000, '$40.00'],
    [325, '$3.25'],
    [123450, '$1,234.50'],
    [-500, '-$5.00'],
  ])('%d cents read as %s in every language', (cents, text) => {
    for (const language of languages) expect(formatCents(cents, language)).toBe(text)
  })

  test.each([
    ['40', 4000],
    ['40.5', 4050],
    ['40.', 4000],
    ['.75', 75],
    [' $1,234.50 ', 123450],
    ['$ 5', 500],
    ['9999999.99', 999999999],
  ])('%j is %d cents', (typed, cents) => {
    expect(parseCents(typed)).toEqual({ ok: true, value: cents })
  })

  test.each(['', '$', '.', '-5', '40.555', '1,23', '12,34.00', '4O', '1e3', '99999999', '٤٠', '5 5'])(
    '%j is no amount',
    (typed) => {
      expect(parseCents(typed)).toEqual({ ok: false, code: 'not-an-amount' })
    },
  )

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(parseCents(formatCents(cents, 'en'))).toEqual({ ok: true, value: cents })
      }),
    )
  })
})
