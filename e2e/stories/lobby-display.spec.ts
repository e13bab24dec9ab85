import type { BrowserContext } from '@playwright/test'
import { Display } from '../src/actors/display.ts'
import type { Clerk } from '../src/actors/clerk.ts'
import { lookAt } from '../src/look-at.ts'
import { expect, test, wallScreen } from '../src/story.ts'

const aNumber = (clerk: Clerk): Promise<string> =>
  clerk.makesTicket({
    where: 'At the counter',
    language: 'Español',
    service: 'Something else',
    answers: {},
  })

test('each call rings, the lines are counted, and the clock goes', async ({ newPage, clerk }) => {
  const page = await newPage(wallScreen)
  await page.addInitScript(() => {
    Object.assign(globalThis, { tones: 0 })
    globalThis.OscillatorNode = class extends OscillatorNode {
      override start(at?: number): void {
        Object.assign(globalThis, { tones: (globalThis as unknown as { tones: number }).tones + 1 })
        super.start(at)
      }
    }
  })
  const display = new Display(page)
  await display.open()
  const tones = () => page.evaluate(() => (globalThis as unknown as { tones: number }).tones)
  await display.tellsTime(/10:0\d\s+am/)
  const number = await aNumber(clerk)
  await aNumber(clerk)
  await display.counts('Otro asunto', 2)
  expect(await tones(), 'nobody is called yet').toBe(0)
  await clerk.callsNext(number)
  await display.shows(number, 'Ventanilla 3')
  expect(await tones(), 'two tones for the call').toBe(2)
  await display.counts('Otro asunto', 1)
  await display.counts('Bus pass', 0)
})

test('who is put on hold is called no more', async ({ clerk, display }) => {
  const number = await aNumber(clerk)
  await clerk.callsNext(number)
  await display.shows(number, 'Window 3')
  await clerk.types('h', '2', 'Enter')
  await clerk.sees('Window 3 is free')
  await display.showsNot(number)
})

test('a number over 999 and a long name of a window stand there whole', async ({ newPage, clerk }) => {
  const page = await newPage(wallScreen)
  await page.routeWebSocket(/socket\.io/, (screen) => {
    screen.connectToServer().onMessage((message) => {
      screen.send(String(message).replaceAll('"A0', '"W10').replaceAll('"label":"3"', '"label":"Passports"'))
    })
  })
  const display = new Display(page)
  await display.open()
  for (const last of [1, 2, 3, 4, 5, 6, 7]) {
    await clerk.callsNext(await aNumber(clerk))
    await display.shows(`W100${last}`, 'Ventanilla Passports')
    await display.shows(`W100${last}`, 'Window Passports')
    if (last === 7) break
    await clerk.does('Start')
    await clerk.finishes()
  }
  await lookAt(page, 'display-long')
})

test('a city of more services than these has its call in whole above them', async ({ clerk, display }) => {
  await clerk.callsNext(await aNumber(clerk))
  await display.shows('A001', 'Window 3')
  await display.page.locator('footer ul').evaluate((list) => {
    for (const line of [...list.children].slice(1)) list.append(line.cloneNode(true))
  })
  await expect(display.page.locator('footer li')).toHaveCount(7)
  await display.isWhole()
  await lookAt(display.page, 'display-many-lines')
})

/** As when an administrator revokes the screen: it is let in no more. */
const isRevoked = async (context: BrowserContext): Promise<void> => {
  await context.clearCookies()
  await context.setOffline(true)
  await context.setOffline(false)
}

test('screens that the server knows no more say where to go: no call stands there, and no one fills in a form in vain', async ({
  kiosk,
  clerk,
  display,
}) => {
  const isAway = ['This screen is not connected', 'Go to a window. The clerk will help you there.']
  const number = await aNumber(clerk)
  await clerk.callsNext(number)
  await display.shows(number, 'Window 3')
  await isRevoked(display.page.context())
  for (const text of isAway) await expect(display.page.getByText(text)).toBeVisible()
  await display.showsNot(number)
  await lookAt(display.page, 'display-revoked')

  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Bus pass')
  await kiosk.isAsked('Which pass?')
  await isRevoked(kiosk.page.context())
  for (const text of isAway) await kiosk.isTold(text)
  await lookAt(kiosk.page, 'kiosk-revoked')
  await kiosk.page.reload()
  await kiosk.isFree()
})
