import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { qrCode } from './qr-code.ts'

const quiet = 4
const dot = 4

/** As a camera sees it: with the light around it that the standard asks for. */
const read = (text: string): string | undefined => {
  const code = qrCode(text)
  if (!code) return undefined
  const size = (code.length + 2 * quiet) * dot
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const isDark = code[Math.floor(y / dot) - quiet]?.[Math.floor(x / dot) - quiet] ?? false
      if (isDark) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  return jsQR(pixels, size, size)?.data
}

const address = 'https://lobby.example.gov/t/0198c2f4-7d1e-7b0e-9c41-2f0b0e1c9a77.AbCdEfGhIjKlMnOp'

it('is read back by a camera, whatever its length', () => {
  for (let length = 1; length <= 213; length += 1) {
    const text = address.repeat(3).slice(0, length)
    expect(read(text), `${length} characters`).toBe(text)
  }
})

it('holds letters of any script', () => {
  expect(read('Número P012, 号码')).toBe('Número P012, 号码')
})

it('is nothing when the text is too long to be read from a screen', () => {
  expect(qrCode('a'.repeat(214))).toBeNull()
})
