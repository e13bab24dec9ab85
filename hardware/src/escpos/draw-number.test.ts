import { expect, test } from 'vitest'
import { drawNumber, readNumber } from './draw-number.ts'

test.each(['P012', 'Q9', 'V1000', 'A12345'])('%s reads back as itself on every width of paper', (text) => {
  for (const dots of [576, 512, 384]) expect(readNumber(drawNumber(text, dots), dots)).toBe(text)
})

test('four characters nearly fill the paper and never exceed it', () => {
  for (const dots of [576, 512, 384]) {
    const { widthBytes } = drawNumber('P012', dots)
    expect(widthBytes * 8).toBeLessThanOrEqual(dots)
    expect(widthBytes * 8).toBeGreaterThan(dots * 0.8)
  }
})

test('another picture is no number', () => {
  const drawn = drawNumber('P012', 576)
  expect(readNumber({ ...drawn, data: Buffer.alloc(drawn.data.length, 0x55) }, 576)).toBeNull()
})
