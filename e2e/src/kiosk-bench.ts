import { chromium, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finger } from './access/hand.ts'
import { Walker } from './access/walk.ts'
import { median, rounded } from './bench/statistics.ts'
import { chromiumArguments, findChromium } from './browser.ts'
import { CityHall } from './city-hall.ts'

/** A weak box: six times slower than this machine. */
const throttle = 6
const rounds = 3
const goals = { jsGzipKb: 60, interactiveMs: 1_000, tapMs: 50 }

interface Figure {
  name: string
  /** the JavaScript that stands between the address and the first screen, compressed */
  jsGzipKb?: number
  /** from the address to a screen that answers */
  interactiveMs?: number
  /** from the touch to the next picture: the median of its touches */
  tapMs: number
}

const buildFile = join(import.meta.dirname, '../../kiosk/build/first-screen.json')

/** Notes for each touch when the next picture stood. */
const watchTouches = (): void => {
  const taps: number[] = []
  Object.assign(globalThis, { taps })
  addEventListener(
    'click',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => taps.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}

const takeTaps = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { taps: number[] }).taps.splice(0))

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

const taps = new Map<string, number[]>()
const note = (screen: string, measured: readonly number[]): void => {
  taps.set(screen, [...(taps.get(screen) ?? []), ...measured])
}

/** One resident, from the address to the number. @returns how long the first screen took */
const visit = async (page: Page): Promise<number> => {
  await page.addInitScript(watchTouches)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  await page.goto('/kiosk')
  await page.locator('.languages button').first().waitFor()
  const interactiveMs = await page.evaluate(() => performance.now())
  const walker = new Walker(page, finger())
  await walker.begin()
  note('first-screen', await takeTaps(page))
  await walker.choose(0)
  note('services', await takeTaps(page))
  while (!(await walker.isAtTicket())) {
    const screen = await screenOf(page)
    await walker.answer()
    await walker.goOn()
    note(screen, await takeTaps(page))
  }
  return interactiveMs
}

const city = await CityHall.open()
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments })
try {
  const interactive: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({
      baseURL: city.url,
      viewport: { width: 1080, height: 1920 },
      hasTouch: true,
    })
    interactive.push(await visit(await context.newPage()))
    await context.close()
  }
  const { jsGzipKb } = JSON.parse(readFileSync(buildFile, 'utf8')) as { jsGzipKb: number }
  const figures = [...taps].map(([name, measured]): Figure => ({
    name,
    ...(name === 'first-screen'
      ? { jsGzipKb: rounded(jsGzipKb), interactiveMs: rounded(median(interactive)) }
      : {}),
    tapMs: rounded(median(measured)),
  }))
  for (const { name, jsGzipKb: kb, interactiveMs, tapMs } of figures)
    console.log(
      `${name.padEnd(14)} tap ${tapMs} ms (goal ${goals.tapMs})` +
        (kb === undefined ? '' : ` · ${kb} KB of JavaScript (goal ${goals.jsGzipKb})`) +
        (interactiveMs === undefined
          ? ''
          : ` · answers after ${interactiveMs} ms (goal ${goals.interactiveMs})`),
    )
  if (process.argv.includes('--json')) console.log(JSON.stringify({ figures }))
} finally {
  await browser.close()
  await city.close()
}
