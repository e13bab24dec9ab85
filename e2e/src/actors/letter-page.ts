import { expect, type Page } from '@playwright/test'

const letter = 'MediaBox [0 0 612 792]'

/** What the printer at the window makes of the page: one sheet of letter size, upright. */
export const expectOneLetterSheet = async (page: Page): Promise<void> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type ?\/Page\b/g), 'one sheet').toHaveLength(1)
  expect(pdf, 'letter size').toContain(letter)
}
