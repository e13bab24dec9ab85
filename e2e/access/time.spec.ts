import type { Page } from '@playwright/test'
import { finger } from '../src/access/hand.ts'
import { expect, test } from '../src/access/lobby.ts'
import { Walker } from '../src/access/walk.ts'

const withClock = async (page: Page): Promise<void> => {
  await page.clock.install()
}

const warning = (page: Page) => page.getByRole('dialog')

test('[12] before anything is erased there are twenty seconds, one touch goes on, as often as wished', async ({
  open,
}) => {
  const page = await open(undefined, withClock)
  const walker = new Walker(page)
  await walker.enter(1)
  await walker.answer()
  const hand = finger() // minutes go by on the screen's clock, and none on the browser's
  for (let times = 0; times < 12; times += 1) {
    await page.clock.fastForward('01:01')
    await expect(warning(page)).toBeVisible()
    await page.clock.fastForward(20_000)
    await expect(warning(page), 'twenty seconds later').toBeVisible()
    if (times % 2 === 0) await hand.press(warning(page).getByRole('button').first())
    else await page.keyboard.press('Escape')
    await expect(warning(page)).toHaveCount(0)
  }
  await expect(page.locator('[aria-pressed="true"]')).toHaveCount(1)
})

test('[12] a clock that is set back meanwhile keeps nobody’s answers longer', async ({ open }) => {
  const page = await open(undefined, withClock)
  await new Walker(page).begin()
  await page.evaluate(() => {
    const { now } = Date
    Date.now = () => now() - 3_600_000
  })
  await page.clock.fastForward('01:01')
  await expect(warning(page)).toBeVisible()
  await page.clock.fastForward('01:00')
  await expect(page.locator('.languages')).toBeVisible()
})

test('[12] the question whether anyone is there is answered by a finger and by keys, and nothing below it is', async ({
  open,
}) => {
  const page = await open(undefined, withClock)
  const walker = new Walker(page)
  const isServices = () => expect(page.locator('h1')).toHaveText('What are you here for?')
  await walker.begin()
  for (const answers of [
    () => warning(page).getByRole('button', { name: 'I am here' }).tap(),
    () => page.keyboard.press('Enter'),
    () => page.touchscreen.tap(20, 20),
  ]) {
    await page.clock.fastForward('01:01')
    await expect(warning(page)).toBeVisible()
    await answers()
    await expect(warning(page)).toHaveCount(0)
    await isServices()
  }
  for (const erases of [
    () => warning(page).getByRole('button', { name: 'Erase my answers' }).tap(),
    async () => {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
  ]) {
    await page.clock.fastForward('01:01')
    await expect(warning(page)).toBeVisible()
    await erases()
    await expect(page.locator('.languages')).toBeVisible()
    await walker.begin()
  }
})

test('[13] the warning is seen and heard', async ({ open }) => {
  const page = await open(undefined, async (fresh) => {
    await withClock(fresh)
    await fresh.addInitScript(() => {
      window.OscillatorNode = class extends OscillatorNode {
        override start(when?: number): void {
          document.documentElement.dataset['rung'] = 'yes'
          super.start(when)
        }
      }
    })
  })
  await new Walker(page).begin()
  await expect(page.locator('html')).not.toHaveAttribute('data-rung')
  await page.clock.fastForward('01:01')
  await expect(warning(page)).toBeVisible()
  await expect(warning(page)).toHaveAccessibleDescription(/\d+ seconds/)
  await expect(page.locator('html')).toHaveAttribute('data-rung', 'yes')
})

const secrets = ['Quillfeather', '5550199']

/** Everything that the page's own JavaScript still holds, as one text. */
const heap = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

/** What a browser keeps beside the page. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const cacheNames = await caches.keys()
    return JSON.stringify({
      page: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll('input')].map(({ value }) => value),
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      databases,
      cacheNames,
      addresses: [location.href, ...performance.getEntries().map(({ name }) => name)],
      state: history.state as unknown,
      window: name,
    })
  })

const holds = (text: string): string[] =>
  secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))

test('[14] when the time is over nothing of what was told is left in the browser', async ({ open }) => {
  const page = await open(undefined, withClock)
  const walker = new Walker(page)
  await walker.enter(1)
  await page.getByRole('button', { name: 'Renew the license' }).tap()
  await walker.goOn()
  await page.getByRole('button', { name: 'No', exact: true }).tap()
  await walker.goOn()
  await walker.answer()
  await walker.goOn()
  await page.getByRole('textbox').pressSequentially('Barnaby Quillfeather Jr')
  await walker.goOn()
  await page.getByRole('textbox').fill('951 555 0199')
  await walker.goOn()
  expect(holds(await heap(page)), 'the search finds what is there').toEqual(secrets)

  const length = await page.evaluate(() => history.length)
  await page.clock.fastForward('01:01')
  await page.clock.fastForward('00:31')
  await expect(page.locator('.languages')).toBeVisible()
  await page.clock.runFor(5_000)
  expect(await page.evaluate(() => history.length), 'no page to go back to').toBe(length)
  expect(holds(await kept(page)), 'beside the page').toEqual([])
  expect(holds(await heap(page)), 'in memory').toEqual([])

  await page.goBack()
  await page.goForward()
  await page.locator('.languages').waitFor()
  expect(holds(await kept(page)), 'after Back').toEqual([])
  await walker.enter(1)
  await expect(page.locator('[aria-pressed="true"]')).toHaveCount(0)
})

test('[14] a page that breaks says where to go, keeps nothing, and comes back by itself', async ({
  open,
}) => {
  const page = await open(undefined, async (fresh) => {
    await withClock(fresh)
    await fresh.addInitScript(() => {
      HTMLDialogElement.prototype.showModal = () => {
        throw new Error('a defect')
      }
    })
  })
  await new Walker(page).begin()
  await page.getByRole('button', { name: 'Language' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'This screen is not connected' })).toBeVisible()
  await page.clock.fastForward('00:11')
  await expect(page.locator('.languages')).toBeVisible()
})
