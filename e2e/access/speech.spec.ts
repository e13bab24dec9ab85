import type { Page } from '@playwright/test'
import { Ear, listen } from '../src/access/ear.ts'
import { keypad } from '../src/access/hand.ts'
import { expect, test } from '../src/access/lobby.ts'
import { Walker } from '../src/access/walk.ts'

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const hears = async (heard: readonly string[], texts: readonly string[]): Promise<void> => {
  for (const text of texts)
    await expect
      .poll(() => plain(heard.join(' ')).includes(plain(text)), { message: `“${text}” is spoken` })
      .toBe(true)
}

test('[1] [9] every page is spoken to who listens, and the ticket’s number at the end', async ({ open }) => {
  const { heard, prepare } = new Ear()
  const page = await open(undefined, prepare)
  const walker = new Walker(page)
  await listen(page)
  await hears(heard, ['City Hall', 'Touch to start'])
  heard.length = 0
  await walker.begin()
  await hears(heard, ['What are you here for?', 'Yard sale permit', 'Back'])
  expect(heard, 'the head of every page').not.toContain('City Hall')
  await walker.choose(0)
  await walker.toTicket(async () => {
    const heading = (await page.locator('h1').innerText()).trim()
    await hears(heard, [heading])
    for (const row of await page.locator('main button.row').all())
      await hears(heard, [await row.locator('.text').innerText()])
  })
})

test('[1] a typed key and a problem are spoken', async ({ open }) => {
  const { heard, prepare } = new Ear()
  const page = await open(undefined, prepare)
  const walker = new Walker(page, keypad(page))
  await listen(page)
  await walker.enter(0)
  await hears(heard, ['Where is the yard sale?'])
  await page.locator('.actions button').last().press('Enter')
  await hears(heard, ['The address is empty'])
  heard.length = 0
  await page
    .locator('[data-grid] button')
    .filter({ hasText: /^\s*7\s*$/ })
    .press('Enter')
  await hears(heard, ['7'])
})

test('[3] what was said is repeated and paused, and a new page silences it', async ({ open }) => {
  const { heard, prepare } = new Ear()
  const page = await open(undefined, async (fresh) => {
    await fresh.clock.install()
    await prepare(fresh)
  })
  const walker = new Walker(page)
  await listen(page)
  await walker.begin()
  await hears(heard, ['What are you here for?'])
  await page.clock.runFor(1_000)
  heard.length = 0
  await page.getByRole('button', { name: 'Again' }).tap()
  await hears(heard, ['What are you here for?'])
  await page.getByRole('button', { name: 'Pause' }).tap()
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  heard.length = 0
  await walker.choose(0)
  await hears(heard, ['Where is the yard sale?'])
  expect(heard.join(' ')).not.toContain('What are you here for?')
})

test('[5] the volume changes, and is as usual for the next resident', async ({ open }) => {
  const { heard, prepare } = new Ear()
  const page = await open(undefined, prepare)
  const walker = new Walker(page)
  await listen(page)
  await walker.begin()
  await page.keyboard.press('F10')
  await expect.poll(() => heard.some((text) => /volume 4/i.test(text))).toBe(true)
  await page.getByRole('button', { name: 'Start over' }).tap()
  await page.locator('.languages').waitFor()
  await expect(page.getByRole('button', { name: 'Listen' })).toHaveAttribute('aria-pressed', 'false')
  heard.length = 0
  await listen(page)
  await page.keyboard.press('F10')
  await expect.poll(() => heard.some((text) => /volume 4/i.test(text))).toBe(true)
})

test('[7] a plug in the headphone jack begins the speech, and without it there is silence', async ({
  open,
}) => {
  const { heard, prepare } = new Ear()
  const page = await open(undefined, prepare)
  const jack = (code: string) =>
    page.evaluate(
      (which) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: which, key: which, bubbles: true })),
      code,
    )
  await expect(page.getByRole('button', { name: 'Listen' })).toBeVisible()
  await jack('F15')
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  await jack('F16')
  await expect(page.getByRole('button', { name: 'Listen' })).toHaveAttribute('aria-pressed', 'false')
})

const asked: Record<string, { open: (page: Page) => Promise<void>; hears: readonly string[] }> = {
  'the help for the keys': {
    open: (page) => page.keyboard.press('F1'),
    hears: ['The keypad', 'The question mark opens this help.', 'Close'],
  },
  'the languages': {
    open: (page) => page.getByRole('button', { name: 'Language' }).press('Enter'),
    hears: ['Language', 'English', 'Español'],
  },
  'the question whether anyone is there': {
    open: (page) => page.clock.fastForward('01:01'),
    hears: ['Are you still there?', 'so that no one else sees them.', 'Erase my answers'],
  },
}

for (const [what, { open: ask, hears: texts }] of Object.entries(asked))
  test(`[1] [13] ${what}: heard once and whole by who listens, who then goes on`, async ({ open }) => {
    const { heard, prepare } = new Ear()
    const page = await open(undefined, async (fresh) => {
      await fresh.clock.install()
      await prepare(fresh)
    })
    await listen(page)
    await new Walker(page, keypad(page)).begin()
    await hears(heard, ['What are you here for?', 'Back'])
    await page.clock.runFor(1_000)
    heard.length = 0
    await ask(page)
    await hears(heard, texts)
    await page.clock.runFor(5_000)
    await expect(page.getByRole('dialog')).toBeVisible()
    for (const text of texts)
      expect(
        heard.filter((said) => plain(said).includes(plain(text))),
        text,
      ).toHaveLength(1)
    await page.keyboard.press('Escape')
    await hears(heard, ['What are you here for?'])
  })

test('[4] no field hides what is typed, so nothing is spoken in place of it', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  await walker.toTicket(async () => {
    expect.soft(await page.locator('input[type="password"]').count()).toBe(0)
  })
})
