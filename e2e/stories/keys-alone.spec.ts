import type { Page } from '@playwright/test'
import { Clerk } from '../src/actors/clerk.ts'
import { aSale, takesTicket } from '../src/phone-ticket.ts'
import { deskScreen, expect, test } from '../src/story.ts'

/** Counts what only a mouse or a finger does. */
const listensForHands = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const count = () => sessionStorage.setItem('hands', String(Number(sessionStorage.getItem('hands')) + 1))
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, count, true)
  })
}

const hands = (page: Page): Promise<string | null> => page.evaluate(() => sessionStorage.getItem('hands'))

/** The answer to a command comes only when this is called; what it changed is on the screen before. */
const holdsAnswerTo = async (page: Page, command: string): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  await page.route(`**/${command}`, async (route) => {
    const response = await route.fetch()
    await promise
    await route.fulfill({ response })
  })
  return () => resolve(undefined)
}

/** from one key to the next: sooner it would be a scanner */
const handMs = 60

/** Rosa at window 3 with a till, without having touched anything but keys. */
const sitsDown = async (page: Page): Promise<Clerk> => {
  await listensForHands(page)
  const clerk = new Clerk(page)
  await page.goto('/staff')
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('rosa')
  await clerk.types('Tab')
  await page.keyboard.type('beaumont')
  await clerk.types('Enter')
  await clerk.sees(/^Where do you sit today, Rosa/)
  await clerk.tabsTo(/Window 3/)
  const letsAnswer = await holdsAnswerTo(page, 'open-window')
  await clerk.types('Enter')
  await expect(page.getByLabel('Cash in the drawer now')).toBeFocused()
  await page.keyboard.type('150.00', { delay: handMs })
  await expect(page.getByRole('button', { name: 'Open my till with $150.00' })).toBeEnabled()
  await clerk.types('Enter')
  letsAnswer()
  await clerk.sees('Till open, $150.00 float', 'Window 3 is free')
  await clerk.isLive()
  return clerk
}

test('a whole visit by keys alone, from signing in to the next one in line', async ({ newPage, paper }) => {
  const page = await newPage(deskScreen)
  const clerk = await sitsDown(page)
  await takesTicket(page, [aSale()])
  await takesTicket(page)

  await clerk.isNext('Call next (Y001)')
  await clerk.types('Space')
  await clerk.isNext('Start')
  await clerk.types('Space')
  await clerk.isNext('Seen')
  await clerk.sees('Review: A photo ID')
  await clerk.types('Space')
  await clerk.sees('Review: A bill or lease')
  await clerk.isNext('Seen')
  await clerk.types('c')
  await clerk.isNext('Print declaration')
  await clerk.types('Space')
  await paper.expectSlip('Yard sale declaration', 'Dana Whitfield')
  await clerk.isNext('Signed before me')
  await clerk.types('Space')
  await clerk.isNext('Approve')
  await clerk.types('Space')

  await clerk.seesAmount('To pay', '$5.00')
  await clerk.isNext('Take')
  await clerk.types('Space')
  await expect(page.getByRole('textbox', { name: 'Cash given' })).toBeFocused()
  await page.keyboard.type('20', { delay: handMs })
  await clerk.types('Enter')
  await clerk.seesAmount('Change', '$15.00')
  await paper.expectSlip('Receipt 1', /Change.*\$15\.00/)

  await clerk.isNext('Hand over the permit')
  await clerk.types('Space')
  await paper.expectSlip('Yard sale permit', '1248 Palm Ave')
  await clerk.isNext('Finish')
  await clerk.types('Space')
  await clerk.isNext('Call next (A001)')
  await clerk.types('Space')
  await clerk.isNext('Start')
  expect(await hands(page)).toBeNull()
})

test('every move of a visit by keys alone', async ({ newPage, secondClerk, display }) => {
  const page = await newPage(deskScreen)
  const clerk = await sitsDown(page)
  await takesTicket(page)
  await clerk.isNext('Call next (A001)')

  await clerk.types('Space')
  await clerk.isNext('Start')
  await display.shows('A001', 'Window 3')
  await clerk.types('z')
  await clerk.isNext('Call next (A001)')
  await display.showsNot('A001')

  await clerk.types('Space')
  await clerk.isNext('Start')
  const recalled = page.waitForResponse(/recall-visit/)
  await clerk.types('r')
  expect((await recalled).ok()).toBe(true)
  await clerk.isNext('Start')
  await clerk.types('x')
  await clerk.seesInLine('A001', 'No-show')
  await clerk.tabsTo(/^A001/)
  await clerk.types('Enter')
  await clerk.tabsTo('Back into the line')
  await clerk.types('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await clerk.isNext('Call next (A001)')

  await clerk.tabsTo(/^A001/)
  await clerk.types('Enter')
  await clerk.tabsTo('Call to my window now')
  await clerk.types('Enter')
  await clerk.isNext('Start')
  await clerk.types('Space')
  await clerk.isNext('Finish')
  await clerk.types('h', '2', 'Enter')
  await clerk.sees('Window 3 is free')
  await clerk.tabsTo(/^A001/)
  await clerk.types('Enter')
  await clerk.tabsTo('Go on at my window')
  await clerk.types('Enter')
  await clerk.isNext('Finish')

  await clerk.types('b')
  await clerk.isNext('Call next (A001)')
  await clerk.types('Space')
  await clerk.isNext('Start')
  await clerk.types('Space')
  await clerk.isNext('Finish')
  await clerk.types('t')
  await clerk.tabsTo(/^Window 2/)
  await clerk.types('Enter')
  await secondClerk.isNext('Call next (A001)')

  await takesTicket(page)
  await clerk.isNext('Call next (A002)')
  await clerk.types('Space')
  await clerk.isNext('Start')
  await clerk.types('Delete', '1', 'Enter')
  await clerk.sees('Window 3 is free')

  await takesTicket(page)
  await clerk.isNext('Call next (A003)')
  await clerk.types('Space')
  await clerk.isNext('Start')
  await clerk.types('Space')
  await clerk.isNext('Finish')
  await clerk.types('Space')
  await clerk.sees('Window 3 is free')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
  await clerk.types('z')
  await clerk.isNext('Finish')
  await clerk.types('Space')
  await clerk.sees('Window 3 is free')

  await clerk.types('n')
  await clerk.tabsTo('On the phone')
  await clerk.types('Enter')
  await clerk.tabsTo('Something else')
  await clerk.types('Enter')
  await clerk.tabsTo('Make the ticket')
  await clerk.types('Enter')
  await clerk.sees('The number is')
  await clerk.types('Escape')
  await clerk.isNext('Call next (A004)')
  expect(await hands(page)).toBeNull()
})
