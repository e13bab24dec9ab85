import { expect, type BrowserContextOptions, type Page } from '@playwright/test'
import { Clerk } from '../actors/clerk.ts'
import type { Paper } from '../actors/paper.ts'
import { administers } from '../administrator.ts'
import type { CityHall } from '../city-hall.ts'
import { speak } from './help.ts'
import { languageCount, Walker } from './walk.ts'

interface House {
  city: CityHall
  paper: Paper
  newPage: (options: BrowserContextOptions) => Promise<Page>
}

interface Visitor {
  page: Page
  /** the comfort that each one asks for anew, on the first screen */
  prepare?: ((page: Page) => Promise<void>) | undefined
  look: (what: string) => Promise<void>
}

/** The rows below the three services. */
const ways = { question: 4, number: 5, appointment: 6 } as const

const usualDay = { isClosed: false, servicesOff: [] as string[] }
const lunchHour = [{ from: '13:00', until: '17:00' }]

/**
 * The other ways in, and what is said when something is not as usual: no window, no paper, a service that is off, a counter that
 * is closed, a server that is away. Begins on the first screen of a city hall where nobody has sat down yet.
 * @param look is called on each, in each language
 */
export const toOtherScreens = async (
  { city, paper, newPage }: House,
  { page, prepare = async () => {}, look }: Visitor,
): Promise<void> => {
  const walker = new Walker(page)
  const next = page.locator('.actions button').last()
  const inEachLanguage = async (what: string): Promise<void> => {
    for (let language = 0; language < languageCount; language += 1) {
      await speak(page, language)
      await look(what)
    }
  }
  const begin = async (): Promise<void> => {
    await prepare(page)
    await walker.begin()
  }
  const startOver = async (): Promise<void> => {
    await walker.press(page.locator('nav button').last())
    await page.locator('.languages').waitFor()
  }
  const types = async (number: string): Promise<void> => {
    await page.getByRole('textbox').fill(number)
    await page.keyboard.press('Enter')
  }

  await begin()
  await inEachLanguage('services, no window')
  await paper.setCondition('printer-kiosk', 'paper-out')
  await page.locator('main .note').waitFor()
  await inEachLanguage('services, no paper')
  await walker.choose(ways.question)
  await page.locator('.code svg').waitFor()
  await inEachLanguage('a number without paper')
  const number = (await page.locator('h1 .number').textContent()) ?? ''
  await walker.press(next)
  await paper.setCondition('printer-kiosk', 'ready')

  await page.locator('.languages').waitFor()
  await begin()
  await walker.choose(ways.number)
  await walker.press(next)
  const problem = page.locator('#problem')
  await problem.waitFor()
  await inEachLanguage('I have a number: empty')
  const empty = await problem.textContent()
  await types('A999')
  await expect(problem).not.toHaveText(empty ?? '')
  await inEachLanguage('I have a number: unknown')
  await types(number)
  await page.locator('.waiting').waitFor()
  await inEachLanguage('my number: waiting')
  const clerk = new Clerk(await newPage({ viewport: { width: 1440, height: 900 } }))
  await clerk.sitsDown({ login: 'rosa', window: '3', float: null })
  await clerk.callsNext(number)
  await page.locator('.called').waitFor()
  await inEachLanguage('my number: called')
  await clerk.presses(/^No-show/)
  await page.locator('.no-show').waitFor()
  await inEachLanguage('my number: missed')
  await startOver()

  await begin()
  await walker.choose(ways.appointment)
  await inEachLanguage('I have an appointment')
  await walker.press(page.locator('main .row').nth(5))
  await page.locator('main .note').waitFor()
  await inEachLanguage('an appointment: what for')
  await paper.uses('printer-kiosk-scanner', 'scan', { text: '2026-0007' })
  await expect(page.locator('main .note')).toHaveCount(2)
  await inEachLanguage('a code that begins nothing')
  await startOver()

  await administers(city, 'change-today', { today: { ...usualDay, servicesOff: ['bus-pass'] } })
  await begin()
  const off = page.locator('.rows button.row').nth(2)
  await expect(off).toHaveClass(/closed/)
  await inEachLanguage('services, one is off')
  await walker.choose(2)
  await inEachLanguage('not today')
  await startOver()

  await prepare(page)
  await administers(city, 'change-today', { today: { ...usualDay, isClosed: true } })
  await page.locator('div.closed').waitFor()
  await look('closed today')
  await administers(city, 'change-today', { today: usualDay })
  await page.locator('.languages').waitFor()
  const week = [lunchHour, [], [], [], [], [], []]
  await administers(city, 'change-opening', { opening: { week, closedDays: [] } })
  await page.locator('div.closed').waitFor()
  await look('closed at this hour')
  await administers(city, 'change-opening', { opening: { week: null, closedDays: [] } })
  await page.locator('.languages').waitFor()

  await page.context().setOffline(true)
  await page.locator('.trouble').waitFor()
  await look('the server is away')
  await page.context().setOffline(false)
  await expect(page.locator('.trouble')).toHaveCount(0)
  await page.route('**/api/services', (route) => route.abort())
  await page.reload()
  const told = page.locator('main:has(> section)')
  await told.waitFor()
  await told.evaluate((main) => Promise.all(main.getAnimations().map(({ finished }) => finished)))
  await look('the server never answered')
  await page.unroute('**/api/services')
}

/** One key for each thing that a keypad does, in the order in which they are asked for. */
const keypadKeys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Enter',
  'Escape',
  'F1',
  'F10',
  'F11',
  'F12',
]
const languages = ['en', 'es', 'zh-Hans', 'tl', 'vi']

/** The page that learns a keypad's keys, for whoever sets a kiosk up. */
export const toKeyScreens = async ({ page, look }: Omit<Visitor, 'prepare'>): Promise<void> => {
  const inEachLanguage = async (what: string): Promise<void> => {
    for (const language of languages) {
      const other = page.locator(`footer button[lang="${language}"]`)
      if (await other.isVisible()) await other.tap()
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await look(what)
    }
  }
  await page.goto('/kiosk/keys')
  await page.locator('.asked').waitFor()
  await page.keyboard.press('q')
  await expect(page.locator('.problem')).not.toBeEmpty()
  await inEachLanguage('keys: one that writes')
  for (const key of keypadKeys) await page.keyboard.press(key)
  await page.locator('.file').waitFor()
  await page.keyboard.press('F1')
  await page.locator('.tried').waitFor()
  await inEachLanguage('keys: all learned')
}
