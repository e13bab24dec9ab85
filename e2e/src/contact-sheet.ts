import type { Page } from '@playwright/test'
import { pictureFile, touchIsOver } from './look-at.ts'

interface Picture {
  data: string
  row: string
  column: string
}

/** Pictures of many screens on one sheet: a row for each screen, a column for each way to show it. */
export class ContactSheet {
  readonly #pictures: Picture[] = []

  async add(page: Page, { row, column }: { row: string; column: string }): Promise<void> {
    await touchIsOver(page)
    const picture = await page.screenshot({
      type: 'jpeg',
      quality: 80,
      animations: 'disabled',
      caret: 'hide',
    })
    this.#pictures.push({ data: picture.toString('base64'), row, column })
  }

  /** @param height of one picture on the sheet */
  async save(page: Page, name: string, height = 460): Promise<void> {
    const rows = Map.groupBy(this.#pictures, ({ row }) => row)
    const figures = (pictures: readonly Picture[]): string =>
      pictures
        .map(
          ({ data, column }) =>
            `<figure style="margin:0"><img height="${height}" src="data:image/jpeg;base64,${data}"><figcaption>${column}</figcaption></figure>`,
        )
        .join('')
    await page.setContent(
      `<body style="width:max-content;margin:24px;font:16px sans-serif;background:#e8e6e1">${[
        ...rows.values(),
      ]
        .map((pictures) => `<div style="display:flex;gap:16px;margin-bottom:16px">${figures(pictures)}</div>`)
        .join('')}</body>`,
    )
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await page.setViewportSize({ width, height: 100 })
    await page.screenshot({ path: pictureFile(name, 'jpg'), type: 'jpeg', quality: 72, fullPage: true })
  }
}
