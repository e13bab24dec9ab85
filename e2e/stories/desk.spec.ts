import { expect, type Page } from '@playwright/test'
import { aSale, takesTicket } from '../src/phone-ticket.ts'
import { test } from '../src/story.ts'

/** The smallest desk; the usual one and the smallest with the browser at 150 %, then at 200 %. */
const screens = [
  { width: 1280, height: 720 },
  { width: 960, height: 600 },
  { width: 854, height: 480 },
  { width: 720, height: 450 },
  { width: 640, height: 360 },
]

/** What runs out of its place, moves whose words break on their button, and answers without room for a word. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = [document.documentElement, ...document.querySelectorAll('main, aside, section')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.tagName} is ${each.scrollWidth} wide in ${each.clientWidth}`)
    const broken = [...document.querySelectorAll('aside .moves button')].filter((button) => {
      const words = document.createRange()
      words.selectNode(button.firstChild ?? button)
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size > 1
    })
    const narrow = [...document.querySelectorAll('dd')].filter((answer) => answer.clientWidth < 120)
    return [...wide, ...[...broken, ...narrow].map((each) => each.textContent.trim())]
  })

const longName = 'Wolfeschlegelsteinhausenbergerdorff <img src=x onerror=alert(1)>'

/** As it may come on a bad day. */
const takeSale = (page: Page): Promise<void> => takesTicket(page, [aSale(longName)])

test('nobody’s row moves another one, called or not, whatever it says', async ({ clerk }) => {
  await clerk.page.setViewportSize({ width: 1280, height: 720 })
  await takeSale(clerk.page)
  const other = await clerk.makesTicket({
    where: 'On the phone',
    language: 'Español',
    service: 'Something else',
    answers: {},
  })
  const places = () => Promise.all(['Y001', other].map((number) => clerk.row(number).boundingBox()))
  await expect(clerk.row(other)).toBeVisible()
  const before = await places()
  expect(before[0]?.height).toBe(before[1]?.height)
  await clerk.callsNext('Y001')
  expect(await places()).toEqual(before)
})

test('the desk fits its smallest screen and a browser at 200 %, whoever stands at it', async ({ clerk }) => {
  await takeSale(clerk.page)
  await clerk.callsNext('Y001')
  const fits = async (): Promise<void> => {
    for (const screen of screens) {
      await clerk.page.setViewportSize(screen)
      expect(await misfits(clerk.page), JSON.stringify(screen)).toEqual([])
      await expect(clerk.page.getByTestId('primary'), JSON.stringify(screen)).toBeInViewport({ ratio: 1 })
    }
  }
  await fits()
  await clerk.does('Start')
  await clerk.sees('Review: A photo ID')
  await fits()
  await clerk.types('e')
  await clerk.sees('You are correcting the answers.')
  await fits()
})
