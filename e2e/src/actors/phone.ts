import { expect, type Page } from '@playwright/test'

/** A resident outside, with the page that the ticket's square code leads to. */
export class Phone {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async scans(url: string): Promise<void> {
    await this.page.goto(url)
  }

  async shows(...texts: string[]): Promise<void> {
    for (const text of texts) await expect(this.page.getByRole('main')).toContainText(text)
  }
}
