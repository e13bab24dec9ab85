import type { Locator, Page } from '@playwright/test'
import { Ear, listen } from '../src/access/ear.ts'
import { enlarge, lowButtons, speak } from '../src/access/help.ts'
import { expect, sizes, test } from '../src/access/lobby.ts'
import { toKeyScreens, toOtherScreens } from '../src/access/other-screens.ts'
import { toSideScreens } from '../src/access/side-screens.ts'
import { languageCount, services, Walker } from '../src/access/walk.ts'
import { lostOn } from '../src/access/wholeness.ts'
import { test as story } from '../src/story.ts'

/** The page as it stands, on every screen. */
const isWholeOnEveryScreen = async (page: Page): Promise<void> => {
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    const heading = (await page.locator('h1, h2').first().textContent())?.trim() ?? ''
    expect.soft(await lostOn(page), `${name}: ${heading}`).toEqual([])
  }
  await page.setViewportSize(sizes.upright)
}

for (const [position, service] of services.entries())
  test(`[23] with text twice as large nothing of a ${service} is lost, in any language, on any screen`, async ({
    open,
  }) => {
    test.slow()
    const page = await open()
    await enlarge(page)
    await isWholeOnEveryScreen(page)
    const walker = new Walker(page)
    await walker.enter(position)
    await walker.toTicket(async () => {
      if (!(await walker.isAnswered())) return
      for (let language = 0; language < languageCount; language += 1) {
        await speak(page, language)
        await isWholeOnEveryScreen(page)
      }
    })
  })

test('[19] [23] with text twice as large, lowered buttons and a voice nothing is lost, on any screen', async ({
  open,
}) => {
  test.slow()
  const page = await open(undefined, new Ear().prepare)
  await lowButtons(page)
  await enlarge(page)
  await listen(page)
  await isWholeOnEveryScreen(page)
  const walker = new Walker(page)
  await walker.enter(0)
  await walker.toTicket(async () => {
    if (await walker.isAnswered()) await isWholeOnEveryScreen(page)
  })
})

/** Of these, what does not stand whole in sight as the page comes: beyond the screen, or behind something. */
const outOfSight = (what: Locator): Promise<string[]> =>
  what.evaluateAll((controls) =>
    controls
      .filter((control) => {
        const { left, right, top, bottom } = control.getBoundingClientRect()
        return [top + 4, bottom - 4].some(
          (y) => !control.contains(document.elementFromPoint((left + right) / 2, y)),
        )
      })
      .map(({ textContent, tagName }) => textContent.trim() || tagName),
  )

for (const [name, size] of Object.entries({ upright: sizes.upright, lying: sizes.lying }))
  for (const isLow of [false, true])
    test(`[19] [23] with text twice as large the languages, a field and all its keys are in sight at once: ${name}${isLow ? ', lowered' : ''}`, async ({
      open,
    }) => {
      const page = await open(size)
      if (isLow) await lowButtons(page)
      await enlarge(page)
      const languages = page.locator('.languages button')
      await expect(languages).toHaveCount(languageCount)
      expect(await outOfSight(languages)).toEqual([])
      await new Walker(page).enter(0)
      const field = page.getByRole('textbox')
      const keys = page.locator('.keyboard button')
      for (const text of ['', '1248 P']) {
        await field.fill(text)
        await expect(keys.first()).toBeVisible()
        expect(await outOfSight(field.or(keys))).toEqual([])
      }
    })

test('[23] with text twice as large the letter that is mended stays in sight', async ({ open }) => {
  const page = await open()
  await enlarge(page)
  await new Walker(page).enter(0)
  const field = page.getByRole('textbox')
  await field.fill('1248 Palmetto Meadows Avenue Apt 4')
  const scrolled = () => field.evaluate(({ scrollLeft }) => scrollLeft)
  await page.locator('.keyboard button').filter({ hasText: '5' }).tap()
  expect(await scrolled(), 'what is added at the end is in sight').toBeGreaterThan(0)
  await field.press('Home')
  await field.press('ArrowRight')
  expect(await scrolled()).toBe(0)
  await page.getByRole('group', { name: 'Keyboard' }).getByRole('button', { name: 'Delete' }).tap()
  await expect(field).toHaveValue('248 Palmetto Meadows Avenue Apt 45')
  expect(await scrolled()).toBe(0)
})

test('[23] with text twice as large nothing of what stands beside the straight way is lost', async ({
  open,
}) => {
  test.slow()
  const page = await open()
  await enlarge(page)
  await toSideScreens(new Walker(page), () => isWholeOnEveryScreen(page))
})

story(
  '[23] with text twice as large nothing is lost on the other ways in, nor when something is not as usual',
  async ({ city, paper, newPage, kiosk: { page } }) => {
    test.slow()
    const look = () => isWholeOnEveryScreen(page)
    await toOtherScreens({ city, paper, newPage }, { page, prepare: enlarge, look })
  },
)

story(
  '[23] the page that learns the keys is whole on every screen, in any language',
  async ({ kiosk: { page } }) => {
    await toKeyScreens({ page, look: () => isWholeOnEveryScreen(page) })
  },
)
