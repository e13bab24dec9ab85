import { expect, test } from 'vitest'
import { createPage, encodable } from './page.ts'
import { profiles } from './profile.ts'
import { findRealTime } from './real-time.ts'

test.each(['gs-v-0', 'gs-8-l'] as const)(
  'a picture by %s with the bytes of a drawer pulse in it sends none',
  (raster) => {
    const page = createPage({ ...profiles['epson-tm-t20'], raster })
    const data = Buffer.from([0x10, 0x14, 0x01, 0x10, 0x04, 0x01])
    page.bitmap({ widthBytes: 3, height: 2, data })
    expect(findRealTime(page.take())).toBe(-1)
    expect(data.toString('hex')).toBe('101401100401')
  },
)

test('a picture of any size is sent, also one whose size reads like a command', () => {
  for (const raster of ['gs-v-0', 'gs-8-l'] as const) {
    const page = createPage({ ...profiles['epson-tm-t20'], raster })
    for (let widthBytes = 1; widthBytes <= 72; widthBytes++)
      for (const height of [16, 72, 95, 103, 233, 643, 1029, 1040, 1041]) {
        page.bitmap({ widthBytes, height, data: Buffer.alloc(widthBytes * height) })
        expect(findRealTime(page.take()), `${widthBytes} x ${height} by ${raster}`).toBe(-1)
      }
  }
})

test.each([
  ['win1252', 'ñ¿€’–', true],
  ['cp850', 'ñ¿áÑ', true],
  ['cp850', '€', false],
  ['win1252', 'ấ', false],
  ['win1252', '😀', false],
  ['win1252', 'n\u0303', false],
])('%s can write %s: %s', (encoding, text, answer) => {
  expect(encodable(text, encoding)).toBe(answer)
})
