import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { Paper } from '../actors/paper.ts'
import { isAlive } from '../alive.ts'
import { CityHall } from '../city-hall.ts'

export const sizes = {
  upright: { width: 1080, height: 1920 },
  lying: { width: 1920, height: 1080 },
  small: { width: 800, height: 1280 },
} as const

interface Lobby {
  city: CityHall
  paper: Paper
}

interface Room {
  /** a kiosk that waits for somebody; the touchscreen stands upright unless told otherwise */
  open: (size?: { width: number; height: number }, prepare?: (page: Page) => Promise<void>) => Promise<Page>
}

/** One city hall for all that is looked at by one worker: nothing here depends on who came before. */
export const test = base.extend<Room, { lobby: Lobby }>({
  lobby: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
    async ({}, use) => {
      const city = await CityHall.open()
      await use({ city, paper: new Paper(city.paperUrl) })
      await city.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  open: async ({ browser, lobby }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (viewport = sizes.upright, prepare) => {
      const context = await browser.newContext({ baseURL: lobby.city.url, viewport, hasTouch: true })
      contexts.push(context)
      const page = await context.newPage()
      await prepare?.(page)
      await page.goto('/kiosk')
      await isAlive(page)
      await page.locator('h1').first().waitFor()
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

export { expect } from '@playwright/test'
