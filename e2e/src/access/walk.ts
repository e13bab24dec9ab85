import { expect, type Locator, type Page } from '@playwright/test'
import { finger, type Hand } from './hand.ts'

export const languageCount = 5
/** In the order that the kiosk shows. */
export const services = ['yard sale permit', 'pet tag', 'bus pass'] as const

const written = '12 Elm'
const digits = '9515550142'

/** Someone who gives to every question the first answer that will do, in whatever language the screen speaks. */
export class Walker {
  readonly page: Page
  readonly #hand: Hand

  constructor(page: Page, hand: Hand = finger()) {
    this.page = page
    this.#hand = hand
  }

  /** @param language its place among the buttons of the first screen */
  async begin(language = 0): Promise<void> {
    await this.#hand.press(this.page.locator('.languages button').nth(language))
    await this.page.locator('.rows button.row').first().waitFor()
  }

  /** In English to the first question of a service. */
  async enter(service: number): Promise<void> {
    await this.begin()
    await this.choose(service)
  }

  /** @param service its place among the services */
  async choose(service: number): Promise<void> {
    await this.#leave(() => this.#hand.press(this.page.locator('.rows button.row').nth(service)))
  }

  async press(what: Locator): Promise<void> {
    await this.#hand.press(what)
  }

  /** Gives an answer where one is asked for, and does not go on. */
  async answer(): Promise<void> {
    const { page } = this
    const calendar = page.locator('.calendar')
    const row = page.locator('main button.row:not([aria-disabled="true"])').first()
    const keys = page.locator('main [data-grid]')
    if (await calendar.isVisible()) {
      const day = calendar.locator('.week button:not([aria-disabled="true"])').first()
      for (let months = 0; months < 12 && !(await day.isVisible()); months += 1)
        await this.#hand.press(calendar.locator('.head button').last())
      await this.#hand.press(day)
    } else if (await row.isVisible()) {
      await this.#hand.press(row)
    } else if (await keys.isVisible()) {
      await this.#write((await page.locator('.keyboard').isVisible()) ? written : digits)
    }
  }

  /** The one button that leads on. */
  async goOn(): Promise<void> {
    await this.#leave(() => this.#hand.press(this.page.locator('.actions button').last()))
  }

  /** All the way to the number. @param look is called on every page, also with its answer given */
  async toTicket(look: () => Promise<void> = async () => {}): Promise<void> {
    for (let pages = 0; pages < 30; pages += 1) {
      await look()
      if (await this.isAtTicket()) return
      await this.answer()
      if (await this.#asks()) await look()
      await this.goOn()
    }
    throw new Error('no ticket after thirty pages')
  }

  /** Whether nothing is asked here that has no answer yet. */
  async isAnswered(): Promise<boolean> {
    const given = this.page.locator('main [aria-pressed="true"], main output')
    const field = this.page.getByRole('textbox')
    if (await field.isVisible()) return (await field.inputValue()) !== ''
    return !(await this.#asks()) || (await given.first().isVisible())
  }

  async isAtTicket(): Promise<boolean> {
    return this.page.locator('h1 .number').isVisible()
  }

  async #asks(): Promise<boolean> {
    return this.page.locator('main :is(button.row, [data-grid])').first().isVisible()
  }

  async #write(text: string): Promise<void> {
    const field = this.page.getByRole('textbox')
    if ((await field.inputValue()) !== '') return
    for (const letter of text) {
      const label = new RegExp(`^\\s*${letter}\\s*$`, 'i')
      const key = letter === ' ' ? this.page.locator('[data-grid] .space') : this.#key(label)
      if (!(await key.isVisible())) await this.#hand.press(this.#key(/^\s*123\s*$/))
      await this.#hand.press(key)
    }
    await expect(field).not.toHaveValue('')
  }

  #key(label: RegExp): Locator {
    return this.page.locator('[data-grid] button').filter({ hasText: label }).first()
  }

  /** Another page has come, or the ticket. */
  async #leave(act: () => Promise<void>): Promise<void> {
    await this.page.locator('h1').evaluate((heading) => heading.setAttribute('data-left', ''))
    await act()
    await expect(this.page.locator('h1:not([data-left])')).toBeVisible()
    await expect(this.page.locator('.busy, .wait')).toHaveCount(0)
  }
}
