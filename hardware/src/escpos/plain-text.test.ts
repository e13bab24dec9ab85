import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('every kind of space becomes one plain space', () => {
  expect(plainText('2:27\u202fPM,\u00a0Nov\t23\r\n2026')).toBe('2:27 PM, Nov 23 2026')
})

test('composes, so that an accent finds its place in the code page', () => {
  expect(plainText('can\u0303on')).toBe('cañon')
  expect(plainText('can\u0080\u0303on')).toBe('cañon')
})

test('nothing that commands a printer or turns text around survives', () => {
  expect(plainText('A\u001b@\u0010\u0014\u0001B\u009d\u202eC\ud800\ufeffD\u2028E')).toBe('A@BC' + 'D E')
})

test('[any text] has no control byte left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(text)).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\ud800-\udbff](?![\udc00-\udfff])/,
      )
      expect(plainText(plainText(text))).toBe(plainText(text))
    }),
  )
})
