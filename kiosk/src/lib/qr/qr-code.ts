import { correction, generate } from 'lean-qr'
import type { Bitmap2D } from 'lean-qr'

/** A text as a QR code of which 15 of 100 bytes may be misread: a hand's shadow or a reflection on the screen. */
export const qrCode = (text: string): Bitmap2D => generate(text, { minCorrectionLevel: correction.M })
