import { expect, type Page } from '@playwright/test'

/** Someone who looks up at the lobby display. */
export class Display {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/display')
    await expect(this.page.getByRole('region', { name: 'Called before' })).toBeVisible()
  }

  /** The call now: a number and its window, as in `shows('P012', 'Window 3')`. */
  async shows(number: string, window: string): Promise<void> {
    const call = this.page.getByRole('region', { name: 'Now calling' })
    await expect(call).toContainText(number)
    await expect(call).toContainText(window)
    const isWhole = () => call.evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)
    await expect.poll(isWhole, 'all of the call is in sight').toBe(true)
  }

  async saysNothingOf(...words: string[]): Promise<void> {
    for (const word of words) await expect(this.page.getByRole('main')).not.toContainText(word)
  }

  /** Called now or before. */
  async hasCalled(...numbers: string[]): Promise<void> {
    for (const number of numbers) await expect(this.page.getByRole('main')).toContainText(number)
  }

  async showsNot(number: string): Promise<void> {
    await expect(this.page.getByRole('main')).not.toContainText(number)
  }

  async saysItIsLost(): Promise<void> {
    await expect(this.page.getByText(/^Connection lost since/)).toBeVisible()
  }
}
