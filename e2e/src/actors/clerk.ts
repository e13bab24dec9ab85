import { expect, type Locator, type Page } from '@playwright/test'
import { beginningWith } from './beginning-with.ts'

export interface Seat {
  login: string
  window: string
  /** null: works without money */
  float: string | null
}

const password = 'beaumont'

/** Someone of the staff at the console. */
export class Clerk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async sitsDown({ login, window, float }: Seat): Promise<void> {
    await this.page.goto('/staff')
    await this.signsIn(login)
    await this.page.getByRole('button', { name: beginningWith(`${window} Window ${window}`) }).click()
    if (float === null) await this.presses('Not now: work without money')
    else await this.opensTill(float)
    await this.isLive()
  }

  async signsIn(login: string): Promise<void> {
    await this.page.getByLabel('Name').fill(login)
    await this.page.getByLabel('Password').fill(password)
    await this.presses('Sign in')
  }

  async opensTill(float: string): Promise<void> {
    await this.page.getByLabel('Cash in the drawer now').fill(float)
    await this.presses(`Open my till with $${float}`)
  }

  async isLive(): Promise<void> {
    await expect(this.page.getByRole('status').getByText('Live')).toBeVisible()
  }

  /** A ticket in the line, with what the row says of it. */
  async seesInLine(number: string, ...words: string[]): Promise<void> {
    const row = this.row(number)
    await expect(row).toBeVisible()
    for (const each of words) await expect(row).toContainText(each)
  }

  row(number: string): Locator {
    return this.page.getByRole('region', { name: 'The line' }).getByRole('button', {
      name: beginningWith(number),
    })
  }

  async callsNext(number: string): Promise<void> {
    await this.does(`Call next (${number})`)
    await this.isNext('Start')
  }

  /** The one button at the right, when it says this. */
  async does(step: string): Promise<void> {
    await this.#next.getByRole('button', { name: beginningWith(step) }).click()
  }

  async isNext(step: string): Promise<void> {
    await expect(this.#next.getByRole('button', { name: beginningWith(step) })).toBeEnabled()
  }

  async sees(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.page.getByText(text).first()).toBeVisible()
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Counts what lies on the counter, and takes it. The drawer opens by itself. */
  async takesCash(given: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Cash given' }).fill(given)
    await this.does(`Take $${given}`)
  }

  /** What is large at the foot of the right column, behind its word: `To pay` or `Change`. */
  async seesAmount(word: 'To pay' | 'Change', amount: string): Promise<void> {
    await expect(this.#next.getByRole('paragraph').filter({ hasText: word })).toContainText(amount)
  }

  async finishes(): Promise<void> {
    await this.does('Finish')
    await this.sees(/^Window \d is free$/)
  }

  get #next(): Locator {
    return this.page.getByRole('complementary', { name: 'Next' })
  }
}
