import { expect, test } from 'vitest'
import { code128, drawCode128, modulesOf, moduleFor } from './code128.ts'

test('the start, the characters, the check and the stop', () => {
  // Worked by hand: 104 + 1 x 48 ("P") + 2 x 19 ("3") = 190, and 190 mod 103 = 87.
  expect(code128('P3').join('')).toBe('211214' + '313121' + '221132' + '421112' + '2331112')
})

test('every symbol is eleven modules wide, the stop thirteen', () => {
  expect(modulesOf('2026-000318')).toBe(11 * 13 + 13)
})

test('is as wide as the paper lets it', () => {
  expect(moduleFor('2026-000318', 576)).toBe(3)
  expect(moduleFor('2026-000318', 384)).toBe(2)
  expect(moduleFor('x'.repeat(40), 384)).toBe(0)
})

test('is drawn in bars as high as asked', () => {
  const { data, height, widthBytes } = drawCode128('P', 1, 2)
  expect(height).toBe(2)
  expect((data[0] ?? 0) >> 5).toBe(0b110)
  expect(data.subarray(0, widthBytes)).toEqual(data.subarray(widthBytes))
})
