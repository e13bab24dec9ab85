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

test('Arabic runs from the right edge, and the amount of its row stands at the left', () => {
  const [left, right] = inked(drawLine('شهادة التطعيم', look))
  expect(left).toBeGreaterThan(380)
  expect(right).toBeGreaterThan(565)
  expect(inked(drawLine('رسوم                                 $4.00', look))[0]).toBeLessThan(8)
})

test('Arabic letters join: a word is narrower than its letters alone', () => {
  const [left, right] = inked(drawLine('شهادة', look))
  const [from, to] = inked(drawLine('ش ه ا د ة', look))
  expect(right - left).toBeLessThan((to - from) * 0.8)
})

const box = drawLine('\u{10fffd}', look).data

test.each([
  ['Vietnamese', 'Giấy chứng nhận tiêm phòng dại, có chữ ký của bác sĩ thú y: đồng ý ạ ỗ ữ'],
  ['Chinese', '请准备好由兽医签字的狂犬病疫苗接种证明，以及四十美元。车库旧货出售许可证'],
  ['Tagalog', 'Sertipiko ng bakuna laban sa rabies, ₱ at ñ'],
  ['Korean', '수의사가 서명한 광견병 예방접종 증명서를 준비해 주십시오'],
  ['Arabic', 'شهادة التطعيم ضد داء الكلب موقعة من الطبيب البيطري، ٤٠ دولارًا'],
  ['Spanish', '¿Niño, mañana? ¡Sí! él ú ü «»'],
  ['Russian', 'Свидетельство о прививке от бешенства'],
  ['Hindi', 'रेबीज़ टीकाकरण प्रमाणपत्र'],
])('%s: no character is missing from the bundled fonts', (_, text) => {
  for (const character of new Set(text.replaceAll(' ', '')))
    expect(drawLine(character, look).data.equals(box), character).toBe(false)
})
