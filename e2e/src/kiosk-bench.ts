import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Hand } from './access/hand.ts'
import { Walker } from './access/walk.ts'
import { median, rounded } from './bench/statistics.ts'
import { chromiumArguments, findChromium } from './browser.ts'
import { CityHall } from './city-hall.ts'

/** A weak box: six times slower than this machine. */
const throttle = 6
/** The least disturbed counts: whatever else the machine does can only make one slower. */
const rounds = 5
/** A load takes a tenth of a round's time, and the machine disturbs it as much. */
const loadsPerRound = 4
const goals = { jsGzipKb: 60, interactiveMs: 1_000, tapMs: 50 }
/** A finger is on the glass for a moment. */
const heldMs = 60

const spinMs = 100

/** @returns how much of one processor this program gets, from 0 to 1: below it, the figures are too high by as much */
const ownShare = (): number => {
  const from = performance.now()
  const { user } = process.cpuUsage()
  while (performance.now() - from < spinMs);
  return Math.min(1, (process.cpuUsage().user - user) / 1000 / spinMs)
}

interface Figure {
  name: string
  /** the JavaScript that stands between the address and the first screen, compressed */
  jsGzipKb?: number
  /** from the address to a screen that answers */
  interactiveMs?: number
  /** from the touch to the picture that shows it: the median of a round's touches */
  tapMs: number
  /** from the lifted finger to the picture of what it led to, the server's answer within it */
  pageMs: number
}

const buildFile = join(import.meta.dirname, '../../kiosk/build/first-screen.json')

/** What the page says to its console as soon as it stands. To ask it again and again would weigh on what is measured. */
const standsMessage = 'the first screen stands'

interface Noted {
  readyMs: number
  taps: number[]
  pages: number[]
}

declare const noted: Noted

/** Notes when the first screen stood and heard a touch, and for each touch when it was seen and when what it led to stood. */
const watch = (standing: string): void => {
  const notes: Noted = { readyMs: 0, taps: [], pages: [] }
  Object.assign(globalThis, { noted: notes })
  const pictured = (act: (at: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => act(performance.now())
      port2.postMessage(null)
    })
  }
  let liftedAt: number | null = null
  const what = (): string =>
    (document.querySelector('h1')?.textContent ?? '') +
    document.querySelectorAll('[aria-pressed="true"]').length
  let before = ''
  addEventListener('pointerdown', ({ timeStamp }) => pictured((at) => notes.taps.push(at - timeStamp)), {
    capture: true,
  })
  addEventListener(
    'click',
    ({ timeStamp }) => {
      before = what()
      liftedAt = timeStamp
    },
    { capture: true },
  )
  new MutationObserver(() => {
    if (notes.readyMs === 0 && document.querySelector('[data-alive] .languages button')) {
      notes.readyMs = -1
      pictured((at) => {
        notes.readyMs = at
        console.debug(standing)
      })
    }
    const from = liftedAt
    if (from === null || what() === before) return
    liftedAt = null
    pictured((at) => notes.pages.push(at - from))
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}

/** Never twice on one spot within a blink: to the kiosk that is a double tap. */
const slowFinger = (session: CDPSession): Hand => {
  let isLeft = false
  return {
    press: async (target) => {
      await target.scrollIntoViewIfNeeded()
      const box = await target.boundingBox()
      if (!box) throw new Error('it has gone')
      isLeft = !isLeft
      const touchPoints = [{ x: box.x + box.width * (isLeft ? 0.2 : 0.8), y: box.y + box.height / 2 }]
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
      await delay(heldMs)
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    },
  }
}

const screenOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kinds = [
      ['calendar', '.calendar'],
      ['keyboard', '.keyboard'],
      ['number-keys', '.keys'],
      ['choice', '.rows'],
      ['check', '.line'],
    ] as const
    return kinds.find(([, selector]) => document.querySelector(selector))?.[0] ?? 'told'
  })

interface Measured {
  taps: number[]
  pages: number[]
}

interface Opened {
  page: Page
  session: CDPSession
  interactiveMs: number
}

/** A browser that has fetched nothing yet, from the address to the first screen. */
const open = async (context: BrowserContext): Promise<Opened> => {
  const page = await context.newPage()
  await page.addInitScript(watch, standsMessage)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  const stands = page.waitForEvent('console', (message) => message.text() === standsMessage)
  await page.goto('/kiosk', { waitUntil: 'commit' })
  await stands
  return { page, session, interactiveMs: await page.evaluate(() => noted.readyMs) }
}

/** One resident, from the first screen to the number. */
const visit = async ({ page, session }: Opened): Promise<Map<string, Measured>> => {
  const screens = new Map<string, Measured>()
  const note = async (screen: string): Promise<void> => {
    const { taps, pages } = await page.evaluate(() => ({
      taps: noted.taps.splice(0),
      pages: noted.pages.splice(0),
    }))
    const known = screens.get(screen)
    screens.set(screen, {
      taps: [...(known?.taps ?? []), ...taps],
      pages: [...(known?.pages ?? []), ...pages],
    })
  }
  const walker = new Walker(page, slowFinger(session))
  await walker.begin()
  await note('first-screen')
  await walker.choose(0)
  await note('services')
  while (!(await walker.isAtTicket())) {
    const screen = await screenOf(page)
    await walker.answer()
    await walker.goOn()
    await note(screen)
  }
  return screens
}

const least = (values: readonly number[]): number => rounded(Math.min(...values))

const city = await CityHall.open()
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments })
try {
  const all: Map<string, Measured>[] = []
  const interactiveMs: number[] = []
  const shares: number[] = []
  for (let load = 0; load < rounds * loadsPerRound; load += 1) {
    shares.push(ownShare())
    const context = await browser.newContext({
      baseURL: city.url,
      viewport: { width: 1080, height: 1920 },
      hasTouch: true,
    })
    const opened = await open(context)
    interactiveMs.push(opened.interactiveMs)
    if (load % loadsPerRound === 0) all.push(await visit(opened))
    await context.close()
  }
  const { jsGzipKb } = JSON.parse(readFileSync(buildFile, 'utf8')) as { jsGzipKb: number }
  const names = [...new Set(all.flatMap((screens) => [...screens.keys()]))]
  const figures = names.map((name): Figure => {
    const medians = (kind: keyof Measured): number[] =>
      all.flatMap((screens) => {
        const values = screens.get(name)?.[kind] ?? []
        return values.length > 0 ? [median(values)] : []
      })
    return {
      name,
      ...(name === 'first-screen'
        ? {
            jsGzipKb: rounded(jsGzipKb),
            interactiveMs: least(interactiveMs),
          }
        : {}),
      tapMs: least(medians('taps')),
      pageMs: least(medians('pages')),
    }
  })
  for (const { name, jsGzipKb: kb, interactiveMs: answersMs, tapMs, pageMs } of figures)
    console.log(
      `${name.padEnd(14)} touch seen after ${tapMs} ms (goal ${goals.tapMs}), what it led to after ${pageMs} ms` +
        (kb === undefined ? '' : ` · ${kb} KB of JavaScript (goal ${goals.jsGzipKb})`) +
        (answersMs === undefined ? '' : ` · answers after ${answersMs} ms (goal ${goals.interactiveMs})`),
    )
  const share = Math.max(...shares)
  if (share < 0.9)
    console.log(
      `Other programs kept this machine busy: a processor was free for ${Math.round(share * 100)}% at best, and all times are longer for it.`,
    )
  if (process.argv.includes('--json')) console.log(JSON.stringify({ figures }))
} finally {
  await browser.close()
  await city.close()
}
