import { expect, it } from 'vitest'
import { headlineSizes } from './headline-sizes.ts'

it('makes short lines large and lets long ones fit the width', () => {
  const [short = 0, long = 0] = headlineSizes(['YARD SALE', 'sábado, 5 de diciembre'])
  expect(short).toBeGreaterThan(60)
  expect(long * 21 * 0.6).toBeLessThanOrEqual(468)
  expect(long).toBeGreaterThan(30)
})

it('keeps all lines on the sheet', () => {
  const sizes = headlineSizes(Array.from({ length: 9 }, () => 'VENTA'))
  expect(sizes.reduce((sum, size) => sum + size * 1.12, 0)).toBeLessThanOrEqual(300)
})
