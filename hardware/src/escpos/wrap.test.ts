import fc from 'fast-check'
import { expect, test } from 'vitest'
import { width, wrap, wrapHanging, wrapRow } from './wrap.ts'

test('breaks at spaces', () => {
  expect(wrap('Rabies certificate, signed', 19)).toEqual(['Rabies certificate,', 'signed'])
})

test('breaks inside a word only when it is longer than the paper', () => {
  expect(wrap('no Donaudampfschiff yes', 10)).toEqual(['no', 'Donaudampf', 'schiff yes'])
})

test('an empty text is one empty line', () => {
  expect(wrap('', 10)).toEqual([''])
})

test('[any text] keeps every word and never exceeds the columns', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 48 }), (text, columns) => {
      const lines = wrap(text, columns)
      expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }),
  )
})

test('a row keeps its right side on its last line', () => {
  expect(wrapRow('Late renewal after grace', '$10.00', 20)).toEqual(['Late renewal', 'after grace   $10.00'])
})

test('a row whose right side leaves no room puts it on a line of its own', () => {
  expect(wrapRow('Tag', 'ABCDEFGHIJKLMNOP', 20)).toEqual(['Tag', '    ABCDEFGHIJKLMNOP'])
})

test('a mark hangs before its text', () => {
  expect(wrapHanging('[ ] ', 'Proof of age', 12)).toEqual(['[ ] Proof of', '    age'])
})

test('Chinese takes two columns a character and breaks between them, never before a mark that closes', () => {
  expect(width('请您准备 $40')).toBe(12)
  expect(wrap('请您准备好狂犬病证书。', 20)).toEqual(['请您准备好狂犬病证', '书。'])
  expect(wrap('（由兽医签字）', 8)).toEqual(['（由兽医', '签字）'])
})

test('Korean breaks at its spaces', () => {
  expect(wrap('광견병 예방접종 증명서', 16)).toEqual(['광견병 예방접종', '증명서'])
})

test('a row of Chinese ends in the same column as every other', () => {
  expect(wrapRow('狗牌照', '$36.00', 20)).toEqual([`狗牌照${' '.repeat(8)}$36.00`])
})
