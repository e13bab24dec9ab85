import qrImage from 'qr-image'
import { blank, type Bitmap } from './bitmap.ts'

/** White on each side, in modules. */
const quiet = 4

/** A QR code of level M for paper of this width; its modules are smaller than wanted where the code would be too wide. */
export const drawQr = (data: string, wantedModule: number, dots: number): Bitmap => {
  const modules = qrImage.matrix(data, 'M')
  const module = Math.min(wantedModule, Math.floor(dots / (modules.length + 2 * quiet)))
  const bitmap = blank(modules.length * module, modules.length * module)
  for (let y = 0; y < bitmap.height; y++)
    for (let x = 0; x < bitmap.height; x++) {
      if (modules[Math.floor(y / module)]?.[Math.floor(x / module)] !== 1) continue
      const at = y * bitmap.widthBytes + (x >> 3)
      bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (x & 7))
    }
  return bitmap
}
