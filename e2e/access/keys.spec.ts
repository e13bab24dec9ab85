import type { Page } from '@playwright/test'
import { keypad } from '../src/access/hand.ts'
import { Ear, listen } from '../src/access/ear.ts'
import { expect, test } from '../src/access/lobby.ts'
import { services, Walker } from '../src/access/walk.ts'

for (const [position, service] of services.entries())
  test(`[2] [15] a ${service} from the first screen to the number, by the keypad alone`, async ({ open }) => {
    const page = await open()
    const walker = new Walker(page, keypad(page))
    await walker.enter(position)
    await walker.toTicket()
    await expect(page.locator('h1 .number')).toHaveText(/^[A-Z]\d{3}$/)
  })

/** What can have the focus, by its place on the page. */
const controls = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('button, input')].filter((each) => each.checkVisibility())
    for (const [position, control] of all.entries()) control.setAttribute('data-place', String(position))
    return all.length
  })

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? null)

/** In a field the arrows to the sides move between its letters: out of it leads the one down. */
const walkWith = async (page: Page, key: string, presses: number): Promise<Set<string>> => {
  const reached = new Set<string>()
  for (let press = 0; press < presses; press += 1) {
    const inField = await page.evaluate(() => document.activeElement instanceof HTMLInputElement)
    await page.keyboard.press(inField && key === 'ArrowRight' ? 'ArrowDown' : key)
    const place = await focused(page)
    if (place !== null) reached.add(place)
  }
  return reached
}

test('[15] the arrows and the Tab key reach every control of a page and are held by none', async ({
  open,
}) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  for (let pages = 0; pages < 6; pages += 1) {
    const count = await controls(page)
    await page.locator('h1').focus()
    expect((await walkWith(page, 'Tab', count + 2)).size, 'by Tab').toBe(count)
    await page.locator('.actions button').first().focus()
    expect((await walkWith(page, 'ArrowRight', count + 2)).size, 'by arrows').toBe(count)
    await walker.answer()
    await walker.goOn()
  }
})

test('[16] the focus is seen on every control, and nothing covers it', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  for (let pages = 0; pages < 6; pages += 1) {
    const count = await controls(page)
    for (let press = 0; press < count; press += 1) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const control = document.activeElement
        if (!(control instanceof HTMLElement) || control === document.body) return null
        control.scrollIntoView({ block: 'nearest' })
        const { x, y, width, height } = control.getBoundingClientRect()
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        const { outlineStyle, outlineWidth } = getComputedStyle(control)
        return {
          what: control.textContent,
          outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
          isOnTop: top !== null && (control === top || control.contains(top)),
        }
      })
      if (!seen) continue
      expect(seen.isOnTop, seen.what).toBe(true)
      expect(seen.outline, seen.what).toBeGreaterThanOrEqual(4)
    }
    await walker.answer()
    await walker.goOn()
  }
})

test('[17] going over the answers by arrows changes none of them', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(1)
  await walker.answer()
  const chosen = () => page.locator('[aria-pressed="true"]').allTextContents()
  const before = await chosen()
  expect(before).toHaveLength(1)
  await walkWith(page, 'ArrowDown', 20)
  expect(await chosen()).toEqual(before)
  await expect(page.locator('h1')).toBeVisible()
})

test('[15] a street that is chosen leaves the focus in the field, and the next letter follows it', async ({
  open,
}) => {
  const page = await open()
  const walker = new Walker(page, keypad(page))
  await walker.enter(0)
  const field = page.getByRole('textbox')
  await field.focus()
  await page.keyboard.type('1248 Pal', { delay: 80 })
  await walker.press(page.getByRole('group', { name: 'Streets that fit' }).getByRole('button').first())
  await expect(field).toBeFocused()
  const chosen = await field.inputValue()
  await page.keyboard.type('x')
  await expect(field).toHaveValue(`${chosen}x`)
})

test('[15] the same mistake a second time takes the focus again', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(1)
  const next = page.locator('.actions button').last()
  for (const time of ['first', 'second']) {
    await walker.press(next)
    await expect(page.getByRole('alert'), time).toBeFocused()
    await next.focus()
  }
})

test('[18] a key that is held acts once', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  await page
    .locator('[data-grid] button')
    .filter({ hasText: /^\s*7\s*$/ })
    .focus()
  for (let times = 0; times < 8; times += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('textbox')).toHaveValue('7')
  await page.getByRole('textbox').focus()
  for (let times = 0; times < 8; times += 1) await page.keyboard.down('x')
  await page.keyboard.up('x')
  await expect(page.getByRole('textbox')).toHaveValue(/^(x7|7x)$/i)
})

/** Each value that any color of any point of the screen has; black alone has two, for nothing is transparent. */
const shades = async (page: Page): Promise<number[]> => {
  const picture = (await page.screenshot()).toString('base64')
  return page.evaluate(async (source) => {
    const image = new Image()
    image.src = `data:image/png;base64,${source}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    return [...new Set<number>(context?.getImageData(0, 0, image.width, image.height).data ?? [])]
  }, picture)
}

test('[8] the screen is black when somebody asks, the way goes on behind it, and a touch brings it back', async ({
  open,
}) => {
  const page = await open()
  const walker = new Walker(page, keypad(page))
  await walker.begin()
  await page.keyboard.press('F3')
  expect((await shades(page)).sort()).toEqual([0, 255])
  await walker.choose(0)
  await walker.answer()
  expect((await shades(page)).sort()).toEqual([0, 255])
  await page.touchscreen.tap(500, 900)
  expect((await shades(page)).length).toBeGreaterThan(20)
  await expect(page.getByRole('textbox')).toHaveValue(/12 Elm/i)
})

test('[8] whoever listens makes the screen black by a touch, and the touch that brings it back does nothing else', async ({
  open,
}) => {
  const ear = new Ear()
  const page = await open(undefined, ear.prepare)
  await listen(page)
  await new Walker(page).begin()
  const hide = page.getByRole('button', { name: 'Hide the screen' })
  await hide.tap()
  await ear.hears('The screen is dark now. Touch it to see it again.')
  expect((await shades(page)).sort()).toEqual([0, 255])
  const service = await page.getByRole('button', { name: 'Yard sale permit' }).boundingBox()
  await page.touchscreen.tap((service?.x ?? 0) + 50, (service?.y ?? 0) + 50)
  await expect(page.locator('html')).toHaveAttribute('data-curtain', 'up')
  await page.waitForTimeout(500)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What are you here for?')
  await page.touchscreen.tap((service?.x ?? 0) + 150, (service?.y ?? 0) + 50)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where is the yard sale?')
})

test('[8] with the keypad the screen is made black, and shown again, by the keys’ help', async ({ open }) => {
  const ear = new Ear()
  const page = await open(undefined, ear.prepare)
  await listen(page)
  await ear.selects('Touch to start')
  for (const [name, curtain] of [
    ['Hide the screen', 'down'],
    ['Show the screen', 'up'],
  ] as const) {
    await page.keyboard.press('F1')
    await ear.hears('The keypad')
    await ear.selects(name)
    await expect(page.locator('html')).toHaveAttribute('data-curtain', curtain)
  }
})
