import { expect, type Page } from '@playwright/test'
import { finger } from './hand.ts'

const help = (page: Page) => page.locator('nav button')

/** On any page but the first. @param language its place among the languages */
export const speak = async (page: Page, language: number): Promise<void> => {
  await help(page).first().tap()
  await page.getByRole('dialog').getByRole('button').nth(language).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** On the first screen, as are those below. */
export const enlarge = async (page: Page): Promise<void> => {
  const { press } = finger()
  await press(help(page).nth(0))
  await press(help(page).nth(0))
  await expect(page.locator('html')).toHaveAttribute('data-text', '200')
}

export const highContrast = async (page: Page): Promise<void> => {
  await help(page).nth(1).tap()
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
}

export const lowButtons = async (page: Page): Promise<void> => {
  await help(page).nth(2).tap()
  await expect(page.locator('html')).toHaveAttribute('data-reach', 'low')
}
