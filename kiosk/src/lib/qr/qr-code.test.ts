import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { qrCode } from './qr-code.ts'

const quiet = 4
const dot = 4

/** As a camera sees it: with the light around it that the standard asks for. */
const read = (text: string): string | undefined => {
  const code = qrCode(text)
  const size = (code.size + 2 * quiet) * dot
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (code.get(Math.floor(x / dot) - quiet, Math.floor(y / dot) - quiet))
        pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  return jsQR(pixels, size, size)?.data
}

const address = 'https://lobby.example.gov/t/0198c2f4-7d1e-7b0e-9c41-2f0b0e1c9a77.AbCdEfGhIjKlMnOp'

it.for([address, address.repeat(2), 'P012', 'Número P012, 号码'])('%s is read back by a camera', (text) => {
  expect(read(text)).toBe(text)
})
