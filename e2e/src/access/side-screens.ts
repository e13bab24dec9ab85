import { expect } from '@playwright/test'
import { speak } from './help.ts'
import { languageCount, type Walker } from './walk.ts'

/** Two days that do not follow each other: no yard sale has them. */
const refusedDays = ['11', '13']

/**
 * What stands beside the straight way to a ticket: a problem, the questions above a page, a refusal, papers that are missing.
 * @param look is called on each, in each language
 */
export const toSideScreens = async (walker: Walker, look: (what: string) => Promise<void>): Promise<void> => {
  const { page } = walker
  const inEachLanguage = async (what: string): Promise<void> => {
    for (let language = 0; language < languageCount; language += 1) {
      await speak(page, language)
      await look(what)
    }
  }
  const dialogs = {
    language: () => page.locator('nav button').first().tap(),
    'start-over': () => page.locator('nav button').last().tap(),
    keypad: () => page.keyboard.press('F1'),
  }

  await walker.enter(0)
  await walker.press(page.locator('.actions button').last())
  await page.locator('#problem').waitFor()
  await inEachLanguage('problem')
  await walker.answer()
  for (let language = 0; language < languageCount; language += 1) {
    await speak(page, language)
    for (const [what, open] of Object.entries(dialogs)) {
      await open()
      await page.getByRole('dialog').waitFor()
      await look(what)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
  const calendar = page.locator('.calendar')
  for (let pages = 0; pages < 8 && !(await calendar.isVisible()); pages += 1) {
    await walker.answer()
    await walker.goOn()
  }
  await walker.press(calendar.locator('.head button').last())
  for (const day of refusedDays) await walker.press(calendar.getByText(day, { exact: true }))
  await walker.goOn()
  await inEachLanguage('turn-away')
  await walker.press(page.locator('.actions button').first())
  await walker.press(calendar.getByText(refusedDays.at(-1) ?? '', { exact: true }))
  await walker.goOn()
  const papers = page.locator('.actions .ways').filter({ has: page.locator('.usual') })
  for (let pages = 0; pages < 9 && !(await papers.isVisible()); pages += 1) {
    await walker.answer()
    await walker.goOn()
  }
  await walker.press(papers.getByRole('button').first())
  await page.locator('main .later').waitFor()
  await inEachLanguage('missing-papers')
}
