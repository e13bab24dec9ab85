import { expect, test } from '../src/access/lobby.ts'
import { Walker } from '../src/access/walk.ts'

const headings = ['Your number', 'Su número']

/** A roll of 80 mm has 576 dots across: 8 to the millimeter. */
const dotsPerMm = 8

for (const [language, heading] of headings.entries())
  test(`[31] the paper has a large black number, in the resident’s language: ${heading}`, async ({
    open,
    lobby,
  }) => {
    const page = await open()
    const walker = new Walker(page)
    await walker.begin(language)
    await walker.choose(2)
    await walker.toTicket()
    const number = (await page.locator('h1 .number').textContent()) ?? ''
    const slip = await lobby.paper.expectSlip(number)
    const words = ['Bus pass', 'Pase de autobús'][language] ?? ''
    expect(slip.lines.join(' ')).toContain(words)
    const picture = (await lobby.paper.picture(slip)).toString('base64')
    const rows = await page.evaluate(async (source) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context?.drawImage(image, 0, 0)
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
      return Array.from({ length: image.height }, (_, y) => {
        const shades = Array.from({ length: image.width }, (_, x) => data[(y * image.width + x) * 4] ?? 255)
        return { black: shades.filter((shade) => shade < 60).length, width: image.width }
      })
    }, picture)
    let highest = 0
    let run = 0
    for (const { black, width } of rows) {
      run = black > width / 30 ? run + 1 : 0
      highest = Math.max(highest, run)
    }
    expect(highest / dotsPerMm, 'millimeters').toBeGreaterThanOrEqual(10)
  })
