import { expect, test } from 'vitest'
import type { Bitmap } from './bitmap.ts'
import { drawLine, type LineLook } from './draw-line.ts'

const look: LineLook = { dots: 576, height: 24, bold: false, align: 'left' }

/** The first and the last column with a black dot. */
const inked = ({ widthBytes, height, data }: Bitmap): [number, number] => {
  const columns = Array.from({ length: widthBytes * 8 }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => y).some(
      (y) => (data[y * widthBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7)),
    ),
  )
  return [columns[0] ?? -1, columns.at(-1) ?? -1]
}

test('starts at the left', () => {
  const [left, right] = inked(drawLine('Giấy phép', look))
  expect(left).toBeLessThan(8)
  expect(right).toBeLessThan(200)
})

test('stands in the middle', () => {
  const [left, right] = inked(drawLine('Giấy phép', { ...look, align: 'center' }))
  expect(Math.abs(left - (576 - right))).toBeLessThan(12)
})

test('keeps the amount of a row at the right edge', () => {
  const [left, right] = inked(drawLine('Giấy phép                                 $4.00', look))
  expect(left).toBeLessThan(8)
  expect(right).toBeGreaterThan(560)
})

test('keeps the indent of a hanging line', () => {
  expect(inked(drawLine('    Giấy phép', look))[0]).toBeGreaterThanOrEqual(48)
})

test('condenses what is too long for the paper', () => {
  expect(inked(drawLine('ấ'.repeat(48), { ...look, bold: true }))[1]).toBeLessThan(576)
})
