import { expect, type Page } from '@playwright/test'

/** Someone who looks up at the lobby display. */
export class Display {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.goto('/display')
    await expect(this.page.getByRole('region', { name: 'Now calling' })).toBeVisible()
  }

  /** The call now: a number and its window, as in `shows('P012', 'Window 3')`. */
  async shows(number: string, window: string): Promise<void> {
    const call = this.page.getByRole('region', { name: 'Now calling' })
    await expect(call).toContainText(number)
    await expect(call).toContainText(window)
    await this.isWhole()
  }

  /** Nothing runs out of its part of the screen, nor into the next one. */
  async isWhole(): Promise<void> {
    const isIn = (part: HTMLElement): boolean => {
      const { left, top } = part.getBoundingClientRect()
      const seen = part.querySelectorAll(':not(.visually-hidden, :has(> *))')
      const rects = [...seen].flatMap((words) => {
        const range = document.createRange()
        range.selectNodeContents(words)
        return [...range.getClientRects()]
      })
      return rects.every(
        ({ right, bottom }) => right <= left + part.clientWidth && bottom <= top + part.clientHeight,
      )
    }
    for (const part of [...(await this.page.getByRole('region').all()), this.page.locator('footer')])
      await expect.poll(() => part.evaluate(isIn), 'all of it is in sight').toBe(true)
  }

  /** In the row of lines at the bottom. */
  async counts(line: string, waiting: number): Promise<void> {
    await expect(this.page.getByRole('listitem').filter({ hasText: line })).toContainText(
      `${waiting} waiting`,
    )
  }

  /** In the words at the bottom: what everyone waits, or who waits in one line. */
  async tells(...words: string[]): Promise<void> {
    for (const word of words) await expect(this.page.locator('footer')).toContainText(word)
  }

  async tellsTime(time: RegExp): Promise<void> {
    await expect(this.page.locator('footer')).toContainText(time)
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
