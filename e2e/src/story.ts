import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { Clerk } from './actors/clerk.ts'
import { Display } from './actors/display.ts'
import { Kiosk } from './actors/kiosk.ts'
import { Paper } from './actors/paper.ts'
import { CityHall } from './city-hall.ts'

interface Actors {
  /** a city hall of this story's own, newly opened */
  city: CityHall
  paper: Paper
  kiosk: Kiosk
  display: Display
  /** Rosa at window 3, with a till */
  clerk: Clerk
  /** Miguel at window 2, with a till; he may administer oaths */
  secondClerk: Clerk
  /** Grace at window 1, without a till */
  supervisor: Clerk
  /** opens a page of its own, in a browser profile of its own */
  newPage: (options: BrowserContextOptions) => Promise<Page>
}

export const kioskScreen = { viewport: { width: 1080, height: 1920 }, hasTouch: true }
export const deskScreen = { viewport: { width: 1440, height: 900 } }
export const phoneScreen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
export const wallScreen = { viewport: { width: 1920, height: 1080 } }

export const test = base.extend<Actors>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern
  city: async ({}, use, info) => {
    const city = await CityHall.open()
    await use(city)
    await city.close()
    if (info.status !== info.expectedStatus) await info.attach('server', { body: city.output })
  },
  paper: async ({ city }, use) => use(new Paper(city.paperUrl)),
  newPage: async ({ browser, city }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: city.url, ...options })
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  kiosk: async ({ newPage }, use) => {
    const kiosk = new Kiosk(await newPage(kioskScreen))
    await kiosk.open()
    await use(kiosk)
  },
  display: async ({ newPage }, use) => {
    const display = new Display(await newPage(wallScreen))
    await display.open()
    await use(display)
  },
  clerk: async ({ newPage }, use) => {
    const clerk = new Clerk(await newPage(deskScreen))
    await clerk.sitsDown({ login: 'rosa', window: '3', float: '200.00' })
    await use(clerk)
  },
  supervisor: async ({ newPage }, use) => {
    const clerk = new Clerk(await newPage(deskScreen))
    await clerk.sitsDown({ login: 'grace', window: '1', float: null })
    await use(clerk)
  },
  secondClerk: async ({ newPage }, use) => {
    const clerk = new Clerk(await newPage(deskScreen))
    await clerk.sitsDown({ login: 'miguel', window: '2', float: '150.00' })
    await use(clerk)
  },
})

export { expect } from '@playwright/test'
