import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { encode } from '../escpos/encode.ts'
import { profiles, type Profile, type ProfileName } from '../escpos/profile.ts'
import { spanishTicket, ticket } from '../fixtures/slips.ts'
import { createEmulatedPrinter, type Abilities, type CutSlip } from './emulated-printer.ts'

const printed = (
  pieces: readonly Uint8Array[],
  dots: number,
  abilities: Partial<Abilities> = {},
): CutSlip[] => {
  const slips: CutSlip[] = []
  const events = { answer: () => {}, slip: (slip: CutSlip) => slips.push(slip), changed: () => {} }
  const printer = createEmulatedPrinter(dots, events, abilities)
  for (const piece of pieces) printer.receive(piece)
  return slips
}

const readQr = async (png: Buffer): Promise<string | undefined> => {
  const image = await loadImage(png)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  return jsqr.default(context.getImageData(0, 0, width, height).data, width, height)?.data
}

// without a knife there is no end of a slip to be seen
const everyProfile = Object.values<Profile>(profiles).map((profile) => ({ ...profile, cutter: true }))

test.each(everyProfile)(
  '$name: bytes, then a picture, then the QR code that a phone reads',
  async (profile) => {
    for (const [slip, url] of [
      [ticket, 'https://lobby.beaumontca.example/v/7Kq2mXw9'],
      [spanishTicket, 'https://lobby.beaumontca.example/v/9Tq4bLs1'],
    ] as const) {
      const [paper] = printed([encode(slip, profile, { copy: 0, jobToken: 'ABCD' })], profile.dots)
      expect(await readQr(paper?.png() ?? Buffer.alloc(0))).toBe(url)
    }
  },
)

test('a printer that starts in Chinese mode prints Spanish as Spanish', () => {
  const profile = profiles['generic-80mm']
  const job = encode(spanishTicket, profile, { copy: 1, jobToken: 'ABCD' })
  const [usual] = printed([job], profile.dots)
  const [paper] = printed([job], profile.dots, { chinese: true })
  expect(usual?.lines).toContain('REIMPRESIÓN')
  expect(paper?.lines).toEqual(usual?.lines)
})

test('lines and feeds are as high on a printer that counts in half dots as on one that counts in dots', async () => {
  const heightOn = async (name: ProfileName, motionUnits: boolean): Promise<number> => {
    const { dots } = profiles[name]
    const job = encode(ticket, profiles[name], { copy: 0, jobToken: 'ABCD' })
    const [paper] = printed([job], dots, { motionUnits })
    return (await loadImage(paper?.png() ?? Buffer.alloc(0))).height
  }
  for (const name of ['epson-tm-t20', 'epson-tm-t88', 'epson-tm-t88iii', 'epson-58mm'] as const)
    expect(await heightOn(name, true), name).toBe(await heightOn(name, false))
})

test('[any split of a job] prints the same slip', () => {
  const profile = profiles['epson-tm-t20']
  const job = encode(ticket, profile, { copy: 1, jobToken: 'ABCD' })
  const [whole] = printed([job], profile.dots)
  fc.assert(
    fc.property(fc.array(fc.nat({ max: job.length }), { maxLength: 20 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), job.length]
      const pieces = places.slice(1).map((place, index) => job.subarray(places[index], place))
      const [slip] = printed(pieces, profile.dots)
      expect([slip?.lines, slip?.qr, slip?.bytes]).toEqual([whole?.lines, whole?.qr, whole?.bytes])
    }),
    { numRuns: 40 },
  )
})
