import type { Locator } from '@playwright/test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import jsqr from 'jsqr'

/** What a phone's camera reads off this part of a screen; null when it finds no code. */
export const codeOn = async (place: Locator): Promise<string | null> => {
  const image = await loadImage(await place.screenshot())
  const canvas = createCanvas(image.width, image.height).getContext('2d')
  canvas.drawImage(image, 0, 0)
  const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height)
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data ?? null
}
