import type { BrowserContext } from '@playwright/test'
import { Display } from '../src/actors/display.ts'
import { Clerk } from '../src/actors/clerk.ts'
import { lookAt } from '../src/look-at.ts'
import { deskScreen, expect, test, wallScreen } from '../src/story.ts'

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
  await display.tellsTime(/10:0\d\s+AM/)
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

test('one wait for every line is told once, and that no window is open', async ({ display, newPage }) => {
  await display.tells('No window is open right now · 0 waiting', 'Ahora no hay ventanillas abiertas')
  await lookAt(display.page, 'display-closed')
  const clerk = new Clerk(await newPage(deskScreen))
  await clerk.sitsDown({ login: 'rosa', window: '3', float: null })
  for (const _ of [1, 2, 3, 4, 5, 6]) await aNumber(clerk)
  await display.tells('About 25 to 55 minutes · 6 waiting', 'Entre 25 y 55 minutos · 6 en espera')
  await display.counts('Something else', 6)
  await display.counts('Bus pass', 0)
  await lookAt(display.page, 'display-waiting')
  await clerk.callsNext('A001')
  await display.shows('A001', 'Window 3')
  await lookAt(display.page, 'display-first-call')
})

test('waits that differ stand at their lines', async ({ newPage, clerk }) => {
  const page = await newPage(wallScreen)
  await page.routeWebSocket(/socket\.io/, (screen) => {
    screen.connectToServer().onMessage((message) => {
      screen.send(String(message).replaceAll('"lines":null', '"lines":["yard-sale","other"]'))
    })
  })
  const display = new Display(page)
  await display.open()
  for (const number of ['A001', 'A002']) {
    await clerk.callsNext(await aNumber(clerk))
    await display.shows(number, 'Window 3')
    await clerk.does('Start')
    if (number === 'A001') await clerk.finishes()
  }
  await aNumber(clerk)
  await display.counts('Something else', 1)
  await display.tells('6 to 13 min', 'No window open', 'Sin ventanilla abierta')
  await display.isWhole()
  await lookAt(page, 'display-ranges')
})

test('cut off, the wall promises no call: it says to listen, above all that it still shows', async ({
  clerk,
  display,
}) => {
  const quiet = display.page.getByText('Your number shows here')
  const listen = display.page.getByText('Listen for your number at the windows.')
  await expect(quiet).toBeVisible()
  const number = await aNumber(clerk)
  await display.counts('Something else', 1)
  await display.page.context().setOffline(true)
  await display.saysItIsLost()
  await expect(quiet).toBeHidden()
  await expect(listen).toHaveCount(1)
  await lookAt(display.page, 'display-lost')

  await display.page.context().setOffline(false)
  await expect(quiet).toBeVisible()
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.finishes()
  await clerk.callsNext(await aNumber(clerk))
  await display.shows('A002', 'Window 3')
  await display.page.context().setOffline(true)
  await display.saysItIsLost()
  await expect(listen).toHaveCount(1)
  const called = display.page.getByRole('region', { name: 'Called before' })
  const banner = display.page.getByRole('status')
  expect((await called.boundingBox())?.y).toBeGreaterThanOrEqual((await banner.boundingBox())?.height ?? 0)
  await display.isWhole()
  await lookAt(display.page, 'display-lost-call')
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
