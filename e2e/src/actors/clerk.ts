import { expect, type Locator, type Page } from '@playwright/test'
import { beginningWith } from './beginning-with.ts'

export interface Seat {
  login: string
  window: string
  /** null: works without money */
  float: string | null
}

export interface NewTicket {
  where: 'At the counter' | 'On the phone'
  language: 'English' | 'Español'
  service: string
  answers: Readonly<Record<string, string | number>>
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

  /** As another page of the same browser does it: the session ends at the server, and this page is not told. */
  async signsOutElsewhere(): Promise<void> {
    const { origin } = new URL(this.page.url())
    const ended = await this.page.request.delete('/api/session', { headers: { origin } })
    expect(ended.ok(), await ended.text()).toBe(true)
  }

  /** In another page of the same browser, which has one session for all its pages. */
  async someoneSignsInElsewhere(login: string): Promise<void> {
    const { origin } = new URL(this.page.url())
    const begun = await this.page.request.post('/api/session', {
      headers: { origin },
      data: { login, password },
    })
    expect(begun.ok(), await begun.text()).toBe(true)
  }

  async opensTill(float: string): Promise<void> {
    await this.fills('Cash in the drawer now', float)
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

  /** These tickets wait, in this order, and no other. */
  async seesLine(...numbers: string[]): Promise<void> {
    const rows = this.page
      .getByRole('region', { name: 'The line' })
      .getByRole('button', { name: /^[A-Z]\d{3}/ })
    await expect(rows).toContainText(numbers)
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
    await this.#next
      .getByRole('button', { name: beginningWith(step) })
      .first()
      .click()
  }

  async isNext(step: string): Promise<void> {
    await expect(this.#next.getByRole('button', { name: beginningWith(step) })).toBeEnabled()
  }

  async cannot(step: string): Promise<void> {
    await expect(this.#next.getByRole('button', { name: beginningWith(step) })).toBeDisabled()
  }

  async sees(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.page.getByText(text).first()).toBeVisible()
  }

  /** Touches the field first, as a hand does: under a sheet that is still closing nothing can be typed. */
  async fills(field: string, text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: field, exact: true })
    await box.click()
    await box.fill(text)
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

  /**
   * What is large at the foot of the right column, behind its word: `To pay`, or the `Change` of what is taken; not the words
   * above the button, which tell the change of what is being typed.
   */
  async seesAmount(word: 'To pay' | 'Change', amount: string): Promise<void> {
    const foot = this.#next.getByRole('paragraph').filter({ hasText: new RegExp(`^\\s*${word}\\s*\\$`) })
    await expect(foot).toContainText(amount)
  }

  /** So many papers of the person at this window have come out of their printers, and this screen has been told so. */
  async seesPrinted(papers: number): Promise<void> {
    const rows = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: 'Reprint at…' }) })
    await expect(rows.getByText('printed', { exact: true })).toHaveCount(papers)
  }

  /** For someone at the counter or on the phone: the same questions, all on one page. */
  async makesTicket({ where, language, service, answers }: NewTicket): Promise<string> {
    await this.presses('New ticket')
    const sheet = this.page.getByRole('dialog', { name: 'New ticket' })
    for (const name of [where, language, service])
      await sheet.getByRole('button', { name, exact: true }).click()
    await this.#answers(sheet, answers)
    await sheet.getByRole('button', { name: 'Make the ticket' }).click()
    await expect(sheet.getByText('The number is')).toBeVisible()
    const number = await this.#numberIn(sheet)
    await sheet.getByRole('button', { name: 'Done' }).click()
    return number
  }

  /** A form that came by mail. */
  async putsIntoTray({ language, service, answers }: Omit<NewTicket, 'where'>): Promise<void> {
    await this.presses('New ticket')
    const sheet = this.page.getByRole('dialog', { name: /^New ticket|^A form that came by mail/ })
    for (const name of ['By mail', language, service])
      await sheet.getByRole('button', { name, exact: true }).click()
    await this.#answers(sheet, answers)
    await sheet.getByRole('button', { name: 'Put it into the tray' }).click()
    await expect(this.page.getByRole('dialog', { name: 'Tray' })).toBeVisible()
  }

  /** One thing more for the person at this window. */
  async addsService({ service, answers }: Pick<NewTicket, 'service' | 'answers'>): Promise<void> {
    await this.does('Add service…')
    const sheet = this.page.getByRole('dialog', { name: /^Add a service/ })
    await sheet.getByRole('button', { name: service, exact: true }).click()
    await this.#answers(sheet, answers)
    await sheet.getByRole('button', { name: 'Add it to this visit' }).click()
    await expect(sheet).toBeHidden()
  }

  /** The number of the person at this window. */
  async number(): Promise<string> {
    return this.#numberIn(this.page.getByRole('main'))
  }

  /** By the toast, or by what stands in the right column once the toast has gone. */
  async undoes(what: string): Promise<void> {
    const toast = this.page.getByRole('status').filter({ hasText: what })
    const later = this.#next.getByRole('button', { name: beginningWith(`Undo: ${what}`) })
    await toast.getByRole('button', { name: 'Undo' }).or(later).click()
  }

  async transfersTo(window: string): Promise<void> {
    await this.does('Transfer…')
    const sheet = this.page.getByRole('dialog', { name: /^Transfer/ })
    await sheet.getByRole('button', { name: beginningWith(`Window ${window}`) }).click()
    await expect(sheet).toBeHidden()
  }

  /** In the form of a correction. */
  async changesAnswer(question: string | RegExp, answer: string): Promise<void> {
    const field = this.page.getByRole('group', { name: question })
    const choice = field.getByRole('button', { name: beginningWith(answer) })
    await choice.click()
    await expect(choice).toHaveAttribute('aria-pressed', 'true')
  }

  /** Any paper of the day, found under receipts and paper or with the person. */
  async reprints(paper: string, printer: string): Promise<void> {
    const row = this.page.getByRole('listitem').filter({ hasText: paper })
    await row.getByRole('button', { name: 'Reprint at…' }).first().click()
    await row.getByRole('button', { name: beginningWith(printer) }).click()
  }

  async types(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The second time when the right column says something else and the answer is here, before anybody could have read it. */
  async pressesTwice(key: string): Promise<void> {
    await this.#next.evaluate(async (next, each) => {
      const press = () =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: each, bubbles: true, cancelable: true }),
        )
      const { textContent: before } = next
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
      press()
      while (next.textContent === before) await wait(5)
      await wait(120)
      press()
    }, key)
  }

  /** Goes on with Tab until a control with this name has the focus. */
  async tabsTo(name: string | RegExp): Promise<void> {
    const control = this.page.getByRole('button', { name, exact: true })
    await expect(control.first()).toBeEnabled()
    for (let presses = 0; presses < 80; presses += 1) {
      await this.types('Tab')
      if (await control.evaluateAll((found) => found.some((each) => each === document.activeElement))) return
    }
    throw new Error(`Tab does not lead to ${String(name)}`)
  }

  /** A ticket's own sheet, from its row in the line. */
  async opens(number: string): Promise<void> {
    await this.row(number).click()
  }

  /** By keys alone: what is found first is opened. */
  async finds(what: string, first: RegExp): Promise<void> {
    await this.types('/')
    await this.page.getByRole('searchbox').fill(what)
    await this.types('Enter')
    await expect(this.page.getByRole('dialog').getByRole('button', { name: first })).toBeFocused()
    await this.types('Enter')
  }

  /** In a form that asks for days. */
  async changesDays(from: readonly string[], to: readonly string[]): Promise<void> {
    for (const day of from) await this.presses(`Take ${day} away`)
    for (const day of to) await this.page.getByLabel('Add a day').fill(day)
  }

  async asksFor(what: string): Promise<void> {
    await this.#chooses(what)
    await this.presses('Ask for it')
  }

  async denies(why: string): Promise<void> {
    await this.presses(why)
    await this.presses('Deny for this reason')
  }

  async looksAtReceipts(): Promise<void> {
    await this.presses(/^(Printer|Paper) /)
  }

  async voidsReceipt(receipt: string, reason: string): Promise<void> {
    await this.looksAtReceipts()
    const row = this.page.getByRole('dialog').getByRole('listitem').filter({ hasText: receipt })
    await row.getByRole('button', { name: 'Void…' }).click()
    await this.#chooses(reason)
    await this.presses('Void the receipt')
    await expect(row.getByText('voided')).toBeVisible()
    await this.presses('Close')
  }

  /** Counts the drawer and closes it with the sum. */
  async closesTill(counted: string, reason?: string): Promise<void> {
    await this.presses(/^Till open/)
    await this.presses('Count and close')
    await this.fills('Or the whole sum', counted)
    if (reason !== undefined) await this.#chooses(reason)
    await this.presses('Close the till')
    await expect(this.page.getByRole('button', { name: 'No till open' })).toBeVisible()
    // the fact may come before the answer, which closes the sheet
    await expect(this.page.getByRole('dialog')).toBeHidden()
  }

  /** What a supervisor sees of somebody who sits at a window or has a till open. */
  colleague(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Colleagues' })
      .getByRole('listitem')
      .filter({ hasText: name })
  }

  /** In the place of a colleague who has gone. */
  async countsTillOf(name: string, counted: string, reason?: string): Promise<void> {
    await this.colleague(name).getByRole('button', { name: 'Count their till…' }).click()
    await this.presses('Count and close')
    await expect(this.page.getByRole('dialog', { name: `Count ${name}’s till` })).toBeVisible()
    await this.fills('Or the whole sum', counted)
    if (reason !== undefined) await this.#chooses(reason)
    await this.presses('Close the till')
  }

  async closesWindowOf(name: string, window: string): Promise<void> {
    await this.colleague(name).getByRole('button', { name: 'Close this window…' }).click()
    await this.presses(`Close window ${window}`)
    await expect(this.colleague(name)).toBeHidden()
  }

  /** Each paper of the checklist, one by one. */
  async seesPapers(...papers: string[]): Promise<void> {
    for (const paper of papers) {
      await expect(this.#next.getByRole('paragraph').filter({ hasText: `Review: ${paper}` })).toBeVisible()
      await this.does('Seen')
    }
  }

  /** @returns the letter-size page, in a tab of its own */
  async opensPrintPage(name: 'Print page' | 'Print form' = 'Print page'): Promise<Page> {
    const [tab] = await Promise.all([
      this.page.waitForEvent('popup'),
      this.page.getByRole('link', { name }).click(),
    ])
    return tab
  }

  async finishes(): Promise<void> {
    await this.does('Finish')
    await this.sees(/^Window \d is free$/)
  }

  async #answers(sheet: Locator, answers: NewTicket['answers']): Promise<void> {
    for (const [question, answer] of Object.entries(answers)) {
      const field = sheet.getByRole('group', { name: question })
      if (typeof answer === 'number') await field.getByRole('spinbutton').fill(String(answer))
      else await field.getByRole('button', { name: beginningWith(answer) }).click()
    }
  }

  /** One of the reasons on a sheet. */
  async #chooses(reason: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('radio', { name: reason, exact: true }).check()
  }

  async #numberIn(place: Locator): Promise<string> {
    return (
      (await place
        .getByText(/^[A-Z]\d{3,}$/)
        .first()
        .textContent()) ?? ''
    )
  }

  get #next(): Locator {
    return this.page.getByRole('complementary', { name: 'Next' })
  }
}
