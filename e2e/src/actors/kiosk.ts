import { expect, type Locator, type Page } from '@playwright/test'
import { finger } from '../access/hand.ts'
import { isAlive } from '../alive.ts'
import { beginningWith } from './beginning-with.ts'
import { kioskWords, type KioskLanguage } from './kiosk-words.ts'

/** A resident with one finger at the touchscreen. */
export class Kiosk {
  readonly page: Page
  readonly #finger = finger()
  #language: KioskLanguage = 'English'

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/kiosk')
    await isAlive(this.page)
    await this.isFree()
  }

  /** Waits for somebody: each language stands there in its own words. */
  async isFree(): Promise<void> {
    for (const { start } of Object.values(kioskWords)) await expect(this.#button(start)).toBeVisible()
  }

  /** What comes by way of the server, like a scan, is heard from now on: the first screen tells of the line. */
  async hearsTheOffice(): Promise<void> {
    await this.isTold(/^(No window is open right now|About \d|Less than \d)/)
  }

  async chooseLanguage(language: KioskLanguage): Promise<void> {
    this.#language = language
    await this.touch(kioskWords[language].start)
  }

  async chooseService(name: string): Promise<void> {
    await this.touch(beginningWith(name))
  }

  async choosesSomethingElse(): Promise<void> {
    await this.touch(this.#words.somethingElse)
  }

  /** One of the answers on the screen, and on. */
  async answer(question: string, answer: string): Promise<void> {
    await this.choose(question, answer)
    await this.goOn()
  }

  async choose(question: string, answer: string): Promise<void> {
    await this.isAsked(question)
    const rows = this.page.getByRole('group', { name: question })
    const itself = rows.getByRole('button', { name: answer, exact: true })
    const row =
      (await itself.count()) > 0 ? itself : rows.getByRole('button', { name: beginningWith(answer) })
    await row.tap()
    await expect(row).toHaveAttribute('aria-pressed', 'true')
  }

  /** Letter by letter on the keyboard of the screen, and on. */
  async write(question: string, text: string): Promise<void> {
    await this.type(question, text)
    await this.goOn()
  }

  async type(question: string, text: string): Promise<void> {
    await this.isAsked(question)
    const keys = this.page.getByRole('group', { name: this.#words.keyboard })
    const wanted = (key: string): Locator =>
      key === ' '
        ? keys.getByRole('button', { name: this.#words.space, exact: true })
        : keys.getByRole('button', { name: new RegExp(`^${key.replace(/[.#/]/, '\\$&')}$`, 'i') }).first()
    for (const letter of text) {
      if (!(await wanted(letter).isVisible())) await keys.getByRole('button', { name: /^(123|á ñ)$/ }).tap()
      await wanted(letter).tap()
    }
    await expect(this.page.getByRole('textbox', { name: question })).toHaveValue(text)
  }

  /** Digit by digit on the number keys, and on. */
  async enterDigits(question: string, digits: string): Promise<void> {
    await this.isAsked(question)
    const keys = this.page.getByRole('group', { name: this.#words.keypad })
    for (const digit of digits) await keys.getByRole('button', { name: digit, exact: true }).tap()
    const value = await this.page.getByRole('textbox', { name: question }).inputValue()
    expect(value.replace(/\D/g, '')).toBe(digits)
    await this.goOn()
  }

  /** Days as the calendar names them, in this month or a later one; and on. */
  async pickDays(question: string, ...days: string[]): Promise<void> {
    await this.touchDays(question, ...days)
    await this.goOn()
  }

  async touchDays(question: string, ...days: string[]): Promise<void> {
    await this.isAsked(question)
    for (const day of days) {
      const cell = this.#button(day)
      while (!(await cell.isVisible())) await this.touch(this.#words.nextMonth)
      await cell.tap()
      await expect(cell).toHaveAttribute('aria-pressed', 'true')
    }
  }

  async chooseHowMany(question: string, count: number): Promise<void> {
    await this.isAsked(question)
    for (let more = 1; more < count; more += 1) await this.touch(this.#words.oneMore)
    await expect(this.page.getByRole('status').filter({ hasText: String(count) })).toBeVisible()
    await this.goOn()
  }

  async goOn(): Promise<void> {
    await this.touch(this.#words.next)
  }

  async goBack(): Promise<void> {
    await this.touch(this.#words.back)
  }

  async isAsked(question: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: question })).toBeVisible()
  }

  async isTold(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible()
  }

  async isNotTold(text: string): Promise<void> {
    await expect(this.page.getByText(text)).toHaveCount(0)
  }

  /** The heading of the page of fees, of papers, of a refusal … */
  async sees(heading: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { name: heading }).first()).toBeVisible()
  }

  async hasThePapers(): Promise<void> {
    await this.touch(this.#words.havePapers)
  }

  async missesPapers(): Promise<void> {
    await this.touch(this.#words.missPapers)
  }

  async changesAnswer(): Promise<void> {
    await this.touch(this.#words.changeAnswer)
  }

  async hasNothingWritten(): Promise<void> {
    await expect(this.page.getByRole('textbox')).toHaveValue('')
  }

  async takeTicket(): Promise<void> {
    await this.touch(this.#words.takeTicket)
  }

  async talksToClerkAnyway(): Promise<void> {
    await this.touch(this.#words.talkToClerk)
  }

  /** @returns the number, once the printer has said that its paper is out */
  async takesNumberAndPaper(): Promise<string> {
    const number = await this.number()
    await expect(this.page.getByRole('status').getByText(this.#words.takePaper)).toBeVisible()
    return number
  }

  /** @returns the number, when no paper comes */
  async writesDownNumber(): Promise<string> {
    const number = await this.number()
    await expect(this.page.getByRole('status').getByText(this.#words.writeDown)).toBeVisible()
    return number
  }

  async number(): Promise<string> {
    const heading = this.page.getByRole('heading', { level: 1, name: this.#words.number })
    await expect(heading).toBeVisible()
    const number = /[A-Z]\d{3,}/.exec((await heading.textContent()) ?? '')?.[0]
    if (number === undefined) throw new Error('no number on the screen')
    return number
  }

  /** Leaves, and the screen is free for the next one. */
  async leave(): Promise<void> {
    await this.touch(beginningWith(this.#words.done))
    await this.isFree()
  }

  async touch(name: string | RegExp): Promise<void> {
    const button = this.#button(name)
    await expect(button).toBeVisible()
    await this.#finger.press(button)
  }

  /** Two touches within a blink on the same spot, as shaking hands do. */
  async doubleTaps(name: string): Promise<void> {
    const box = await this.#button(name).boundingBox()
    if (!box) throw new Error(`${name} has gone`)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await this.page.touchscreen.tap(x, y)
    await this.page.touchscreen.tap(x, y)
  }

  get #words() {
    return kioskWords[this.#language]
  }

  #button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }
}
