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

  async fills(field: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: field, exact: true }).fill(text)
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Counts what lies on the counter, and takes it. The drawer opens by itself. */
  async takesCash(given: string): Promise<void> {
    await this.fills('Cash given', given)
    await this.does(`Take $${given}`)
  }

  /** What the terminal says goes in, and nothing else of the card. */
  async takesCard(amount: string, reference: string, lastFour: string): Promise<void> {
    await this.paysBy('Card')
    await this.fills('Amount', amount)
    await this.fills('Terminal reference', reference)
    await this.fills('Last four', lastFour)
    await this.does(`Take $${amount}`)
  }

  async takesCheck(amount: string, checkNumber: string): Promise<void> {
    await this.paysBy('Check')
    await this.fills('Amount', amount)
    await this.fills('Check number', checkNumber)
    await this.does(`Take $${amount}`)
  }

  /** The last of the tenders is of this kind. */
  async paysBy(kind: 'Cash' | 'Check' | 'Card'): Promise<void> {
    const ways = this.page.getByRole('group', { name: 'Way to pay' }).last()
    await ways.getByRole('button', { name: kind, exact: true }).click()
  }

  async handsOver(step: string, numbers: Readonly<Record<string, string>>): Promise<void> {
    for (const [field, number] of Object.entries(numbers)) await this.fills(field, number)
    await this.does(step)
  }

  /** What is large at the foot of the right column, behind its word: `To pay` or `Change`. */
  async seesAmount(word: 'To pay' | 'Change', amount: string): Promise<void> {
    await expect(this.#next.getByRole('paragraph').filter({ hasText: word })).toContainText(amount)
  }

  /** Each paper of the checklist, one by one. */
  async seesPapers(...papers: string[]): Promise<void> {
    for (const paper of papers) {
      await expect(this.#next.getByRole('paragraph').filter({ hasText: `Review: ${paper}` })).toBeVisible()
      await this.does('Seen')
    }
  }

  /** @returns the letter-size page, in a tab of its own */
  async opensPrintPage(): Promise<Page> {
    const [tab] = await Promise.all([
      this.page.waitForEvent('popup'),
      this.page.getByRole('link', { name: 'Print page' }).click(),
    ])
    return tab
  }

  async finishes(): Promise<void> {
    await this.does('Finish')
    await this.sees(/^Window \d is free$/)
  }

  get #next(): Locator {
    return this.page.getByRole('complementary', { name: 'Next' })
  }
}
