import type { Page } from '@playwright/test'
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
