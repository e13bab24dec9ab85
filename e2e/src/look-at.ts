import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const shownFolder = join(import.meta.dirname, '../screenshots')

/** Where a picture goes: to those that the README shows only when they are asked for. */
export const pictureFile = (name: string, kind: 'png' | 'jpg' = 'png'): string =>
  process.env['SCREENSHOTS'] === '1'
    ? join(shownFolder, `${name}.${kind}`)
    : test.info().outputPath(`${name}.${kind}`)

/** A touch shows for a moment on what was touched: no picture is of that moment. */
export const touchIsOver = (page: Page): Promise<void> =>
  expect(page.locator('[data-touched]')).toHaveCount(0)

/** A picture of the screen as it is now, and nothing on it that keeps anyone out. */
export const lookAt = async (page: Page, name: string): Promise<void> => {
  await touchIsOver(page)
  await page.screenshot({ path: pictureFile(name), animations: 'disabled', caret: 'hide' })
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect.soft(serious, `${name}: what keeps people out`).toEqual([])
}
