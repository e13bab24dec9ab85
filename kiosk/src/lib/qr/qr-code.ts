import { correction, generate } from 'lean-qr'
import type { Bitmap2D } from 'lean-qr'

/**
 * A text as a QR code of which 15 of 100 bytes may be misread: a hand's shadow or a reflection on the screen.
 * `lean-qr` has no dependency and is a few kilobytes; an encoder of our own was 260 lines that nobody else tested.
 */
export const qrCode = (text: string): Bitmap2D => generate(text, { minCorrectionLevel: correction.M })
