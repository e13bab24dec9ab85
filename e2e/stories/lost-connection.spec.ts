import type { Page } from '@playwright/test'
import { Clerk } from '../src/actors/clerk.ts'
import { deskScreen, expect, kioskScreen, test } from '../src/story.ts'
import { answersForBiscuit, owesForBiscuit } from '../src/biscuit.ts'
import { lookAt } from '../src/look-at.ts'
import { aSale, takesTicket } from '../src/phone-ticket.ts'

const aDayPass = { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': 1 } as const

test('the connection is lost in mid-intake: the answers stay, and one ticket comes of it', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Bus pass')
  await kiosk.answer('Which pass?', 'Day pass')
  await kiosk.page.context().setOffline(true)
  await kiosk.isTold('The connection is lost. Your answers are still here.')
  await kiosk.answer('Who will ride?', 'Regular')
  await kiosk.chooseHowMany('How many passes?', 2)
  await kiosk.sees('What it costs')
  await kiosk.isTold('We could not check this now. You can go on: the clerk will check it.')
  await kiosk.goOn()
  await kiosk.sees('Check your answers')
  await kiosk.isTold('Day pass')
  await kiosk.takeTicket()
  await kiosk.isTold('There is no answer yet. Your answers are safe here.')
  await kiosk.page.context().setOffline(false)
  const number = await kiosk.takesNumberAndPaper()

  await clerk.seesInLine(number, 'Bus pass')
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.seesAmount('To pay', '$6.50')
  expect(await paper.countSlips('Follow the line on your phone')).toBe(1)
})

test('cut off from the server, the kiosk says of a newer number that it cannot look it up, not that nobody has it', async ({
  kiosk,
  clerk,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.page.context().setOffline(true)
  await kiosk.isTold('The connection is lost.')
  await kiosk.isNotTold('Your answers are still here')
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  await kiosk.touch(/^I have a number/)
  await kiosk.type('What is your number?', number)
  await kiosk.goOn()
  await kiosk.isTold(/^We cannot look up your number now/)
  await kiosk.page.context().setOffline(false)
  await expect(kiosk.page.getByText('The connection is lost.', { exact: true })).toBeHidden()
  await kiosk.goOn()
  await kiosk.sees(`Your number ${number}`)
})

test('connected again and not told yet what it has missed, the kiosk still cannot look a newer number up', async ({
  kiosk,
  clerk,
}) => {
  const { page } = kiosk
  const { promise: isRead, resolve: tells } = Promise.withResolvers<undefined>()
  let [keepsBack, isConnected] = [false, false]
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage(async (said) => {
      if (keepsBack && String(said).includes('["facts",')) {
        isConnected = true
        await isRead
      }
      socket.send(said)
    })
  })
  // sockets go through here from the next page on
  await kiosk.open()
  await kiosk.isTold('No one is waiting')
  await kiosk.chooseLanguage('English')
  await kiosk.touch(/^I have a number/)
  await page.context().setOffline(true)
  await kiosk.isTold('The connection is lost.')
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  await kiosk.type('What is your number?', number)
  keepsBack = true
  await page.context().setOffline(false)
  await expect.poll(() => isConnected, 'the server is heard again').toBe(true)
  await kiosk.goOn()
  await kiosk.isTold(/^We cannot look up your number now/)
  tells(undefined)
  await expect(page.getByText('The connection is lost.', { exact: true })).toBeHidden()
  await kiosk.goOn()
  await kiosk.sees(`Your number ${number}`)
})

test('a place in line is told only while it is known: the kiosk that is cut off says that it cannot look it up', async ({
  kiosk,
  clerk,
}) => {
  const asked = {
    where: 'At the counter',
    language: 'English',
    service: 'Something else',
    answers: {},
  } as const
  await clerk.makesTicket(asked)
  const number = await clerk.makesTicket(asked)
  const looksUp = async (): Promise<void> => {
    await kiosk.chooseLanguage('English')
    await kiosk.touch(/^I have a number/)
    await kiosk.type('What is your number?', number)
    await kiosk.goOn()
  }
  await looksUp()
  await kiosk.isTold('Not yet. 1 person before you.')
  await kiosk.page.context().setOffline(true)
  await kiosk.isTold(/^We cannot look up your number now/)
  await kiosk.isNotTold('Not yet. 1 person before you.')
  await lookAt(kiosk.page, 'kiosk-number-cut-off')
  await kiosk.leave()
  await looksUp()
  await kiosk.isTold(/^We cannot look up your number now/)
  await kiosk.isNotTold('Not yet. 1 person before you.')
  await kiosk.goOn()
  await expect(kiosk.page.getByRole('alert'), 'told again').toBeFocused()
  await kiosk.page.context().setOffline(false)
  await expect(kiosk.page.getByText('The connection is lost.', { exact: true })).toBeHidden()
  await kiosk.goOn()
  await kiosk.isTold('Not yet. 1 person before you.')
})

test('the answer to the ticket is lost on its way: it is asked again, and it is the same ticket', async ({
  kiosk,
  clerk,
  paper,
}) => {
  let asked = 0
  await kiosk.page.route('**/take-ticket', async (route) => {
    asked += 1
    if (asked > 2) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  expect(asked, 'two answers were lost, the third came').toBe(3)
  expect(number).toBe('P001')
  await clerk.seesLine(number)
  expect(await paper.countSlips('Follow the line on your phone')).toBe(1)
})

test('a double tap and an impatient finger give one ticket', async ({ kiosk, clerk, paper }) => {
  const { promise: bothTaps, resolve: tapped } = Promise.withResolvers<undefined>()
  await kiosk.page.route('**/take-ticket', async (route) => {
    const response = await route.fetch()
    await clerk.seesInLine('P001')
    await bothTaps
    await route.fulfill({ response })
  })
  await answersForBiscuit(kiosk)
  await kiosk.doubleTaps('Get my ticket')
  tapped(undefined)
  const number = await kiosk.takesNumberAndPaper()
  await clerk.seesLine(number)
  expect(await paper.countSlips('Follow the line on your phone')).toBe(1)
})

test('the answer to the payment is lost on its way: one receipt, and the money is counted once', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.does('Approve')

  let asked = 0
  await clerk.page.route('**/take-payment', async (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await clerk.takesCash('25.00')
  await clerk.isNext('Renew the tag')
  expect(asked).toBe(2)
  await paper.expectSlip('Receipt 1', /Cash.*\$25\.00/)
  await clerk.does('Renew the tag')
  await clerk.finishes()
  expect(await paper.countSlips('Receipt ')).toBe(1)
  await clerk.closesTill('225.00')
  await paper.expectSlip('Till count', /Should hold.*\$225\.00/, /Counted.*\$225\.00/)
})

test('the console is cut off: it says since when, keeps what is typed, and goes on', async ({
  kiosk,
  clerk,
}) => {
  await owesForBiscuit(kiosk, clerk)
  await clerk.fills('Cash given', '30.00')
  await clerk.page.context().setOffline(true)
  await clerk.sees(/Connection lost since 10:0\d AM/)
  await clerk.cannot('Take $30.00')
  await clerk.page.context().setOffline(false)
  await clerk.isLive()
  await clerk.does('Take $30.00')
  await clerk.seesAmount('Change', '$5.00')
})

test('signed out from another page of the same browser: the console asks to sign in again, and keeps what is typed', async ({
  kiosk,
  clerk,
}) => {
  await owesForBiscuit(kiosk, clerk)
  await clerk.fills('Cash given', '30.00')
  await clerk.signsOutElsewhere()
  await clerk.sees('You were signed out. What you typed is kept.')
  await clerk.signsIn('rosa')
  await clerk.isLive()
  await clerk.does('Take $30.00')
  await clerk.seesAmount('Change', '$5.00')
})

test('the server fails while a page opens: whoever is signed in is not asked to sign in again', async ({
  clerk,
}) => {
  const { page } = clerk
  let problem: { status: number; code: string } | null = { status: 500, code: 'internal' }
  await page.route('**/api/session', (route) =>
    problem ? route.fulfill({ status: problem.status, json: problem }) : route.continue(),
  )
  await page.reload()
  await clerk.sees('The server failed at this.')
  await expect(page.getByLabel('Password')).toBeHidden()
  await lookAt(page, 'console-not-connected')
  problem = null
  await clerk.isLive()
  await clerk.sees('Window 3 is free')

  problem = { status: 403, code: 'forbidden' }
  await page.reload()
  await clerk.sees('Your account may not do this.')
  problem = null
  await clerk.presses('Ask again')
  await clerk.isLive()
})

test('a sign-out that did not come through is told, and done once more', async ({ newPage }) => {
  const page = await newPage(deskScreen)
  const clerk = new Clerk(page)
  await page.goto('/staff')
  await clerk.signsIn('rosa')
  await clerk.presses(/^3 Window 3/)
  let isLost = true
  await page.route('**/api/session', (route) =>
    isLost && route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  )
  await clerk.presses('Close window 3 and sign out')
  await clerk.sees('You may still be signed in.')
  await clerk.presses(/^3 Window 3/)
  await expect(page.getByText('You may still be signed in.')).toBeHidden()
  await clerk.presses('Not now: work without money')
  await clerk.sees('Window 3 is free')
  await clerk.types('m')
  await clerk.presses('Close my window')
  await clerk.sees(/^Where do you sit today/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('You may still be signed in.')).toBeHidden()
  await clerk.presses(/^3 Window 3/)
  await clerk.sees('Window 3 is free')
  await clerk.types('m')
  await clerk.presses('Close it and sign out')
  await clerk.sees('You may still be signed in.')
  await lookAt(page, 'console-not-signed-out')
  isLost = false
  await clerk.presses('Sign out')
  await expect(page.getByLabel('Password')).toBeVisible()
})

test('answers that the server refuses are asked for once, and again when somebody wants them', async ({
  clerk,
}) => {
  const { page } = clerk
  let asked = 0
  await page.route('**/api/intakes/**', (route) => {
    asked += 1
    return asked === 1
      ? route.fulfill({ status: 403, json: { status: 403, code: 'forbidden' } })
      : route.continue()
  })
  await takesTicket(page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.sees('The answers were not given to this screen.')
  await lookAt(page, 'console-not-read')
  expect(asked).toBe(1)
  await clerk.presses('Ask again')
  await clerk.sees('1248 Palm Ave')
  await expect(page.getByText('The answers were not given to this screen.')).toBeHidden()
})

test('somebody else signs in from another page of the same browser: no screen gives commands in the name of who has left', async ({
  clerk,
}) => {
  await clerk.types('n')
  await clerk.presses('Bus pass')
  await clerk.someoneSignsInElsewhere('miguel')
  await clerk.sees(/^Where do you sit today, Miguel/)
  await expect(clerk.page.getByRole('dialog', { name: 'New ticket' })).toBeHidden()
})

test('a newer build is taken by the kiosk when nobody is at it, and by the wall when nobody is called; the same one never', async ({
  kiosk,
  display,
  clerk,
}) => {
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  const screens = [kiosk.page, display.page]
  for (const page of screens) {
    await page.clock.install()
    await page.reload()
  }
  await kiosk.isFree()
  const old = (page: Page) => page.locator('html[data-build="old"]')
  const asks = async (page: Page): Promise<void> => {
    const { pathname } = new URL(page.url())
    const asked = page.waitForResponse((answer) => new URL(answer.url()).pathname === pathname)
    await page.clock.runFor(61_000)
    await (await asked).finished()
  }
  for (const page of screens) {
    await page.evaluate(() => (document.documentElement.dataset['build'] = 'old'))
    await asks(page)
    await page.clock.runFor(5_000)
    await expect(old(page), 'the same build').toHaveCount(1)
  }

  await kiosk.chooseLanguage('English')
  await kiosk.sees('What are you here for?')
  await clerk.callsNext(number)
  await display.shows(number, 'Window 3')
  for (const page of screens) {
    await page.route(
      ({ pathname }) => pathname === new URL(page.url()).pathname,
      async (route) => {
        if (route.request().isNavigationRequest()) return route.fallback()
        const answer = await route.fetch()
        const body = (await answer.text()).replaceAll(/\/entry\/app\.[\w-]+\.js/g, '/entry/app.newer.js')
        await route.fulfill({ response: answer, body })
      },
    )
    await page.clock.runFor(61_000)
  }
  await expect(kiosk.page.getByRole('dialog')).toBeVisible()
  for (const page of screens) await expect(old(page), 'in the middle of something').toHaveCount(1)

  await kiosk.touch('Erase my answers')
  await clerk.presses(/^No-show/)
  for (const page of screens) {
    await page.clock.runFor(61_000)
    await expect(old(page), page.url()).toHaveCount(0)
  }
  await kiosk.isFree()
})

for (const path of ['/kiosk', '/display'])
  test(`a server of another version: ${path} comes anew once, and where that mends nothing it waits`, async ({
    newPage,
  }) => {
    const page = await newPage(kioskScreen)
    let [isOld, refusals, loads] = [false, 0, 0]
    page.on('load', () => (loads += 1))
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((said) =>
        server.send(isOld ? String(said).replace(/"protocol":\d+/, '"protocol":0') : said),
      )
      server.onMessage((said) => {
        if (String(said).includes('protocol-mismatch')) refusals += 1
        socket.send(said)
      })
    })
    await page.goto(path)
    await expect(page.getByText(/^No window (is )?open/).first()).toBeVisible()
    isOld = true
    await page.context().setOffline(true)
    await expect(
      page.getByText(/^(This screen is not connected|Connection lost since)/).first(),
    ).toBeVisible()
    await page.context().setOffline(false)
    // Once the page that had heard the office, and twice the one in its place: files that are as old come anew in vain, so that
    // one never hears the office; it stands still, and asks each minute whether there are newer files.
    await expect.poll(() => refusals).toBeGreaterThanOrEqual(3)
    expect(loads).toBe(2)
  })

test('an answer that takes long is told of, before anything has failed', async ({ clerk }) => {
  const { promise: isAway, resolve: comesBack } = Promise.withResolvers<undefined>()
  await clerk.page.route('**/call-next', async (route) => {
    await isAway
    await route.continue()
  })
  await takesTicket(clerk.page)
  await clerk.does('Call next (A001)')
  await expect(clerk.page.getByText('The server has not answered yet.')).toBeVisible()
  comesBack(undefined)
  await clerk.isNext('Start')
  await expect(clerk.page.getByText('The server has not answered yet.')).toBeHidden()
})

test('signing in while cut off: what is typed stays, for nobody tries it again', async ({ newPage }) => {
  const page = await newPage(deskScreen)
  const clerk = new Clerk(page)
  await page.goto('/staff')
  await expect(page.getByLabel('Password')).toBeVisible()
  await page.context().setOffline(true)
  await clerk.signsIn('rosa')
  await clerk.sees('Check the connection, then do it again.')
  await page.context().setOffline(false)
  await clerk.presses('Sign in')
  await clerk.sees(/^Where do you sit today/)
})

test('cut off before the console is open: it says since when, and goes on', async ({ newPage }) => {
  const page = await newPage(deskScreen)
  const clerk = new Clerk(page)
  const isTold = page.getByText(/^Connection lost since \d+:\d\d [AP]M: it goes on by itself\.$/)
  await page.goto('/staff')
  await clerk.signsIn('rosa')
  await clerk.sees(/^Where do you sit today/)
  await page.context().setOffline(true)
  await expect(isTold).toBeVisible({ timeout: 60_000 })
  await lookAt(page, 'console-cut-off-window')
  await page.context().setOffline(false)
  await expect(isTold).toBeHidden()
  await clerk.presses(/^3 Window 3/)
  await clerk.sees('Open your till')
  await page.context().setOffline(true)
  await expect(isTold).toBeVisible({ timeout: 60_000 })
  await page.context().setOffline(false)
  await expect(isTold).toBeHidden()
  await clerk.opensTill('200.00')
  await clerk.isLive()
})

test('a form and a pass opened while cut off are there when the connection is, and a page to print is asked for again', async ({
  clerk,
}) => {
  const { page } = clerk
  const sheet = page.getByRole('dialog')
  await clerk.putsIntoTray({ language: 'English', service: 'Bus pass', answers: aDayPass })
  await page.context().setOffline(true)
  await clerk.presses(/Bus pass/)
  await clerk.sees('What was filled in')
  await page.context().setOffline(false)
  await clerk.isLive()
  await expect(sheet).toContainText('Day pass')
  await clerk.presses('Close')

  await clerk.callsNext(
    await clerk.makesTicket({
      where: 'At the counter',
      language: 'English',
      service: 'Bus pass',
      answers: aDayPass,
    }),
  )
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await clerk.finishes()
  await page.route('**/api/issuances/*', (route) => route.abort())
  await clerk.finds('8200001', /^8200001/)
  await expect(sheet).toContainText('It is tried again by itself.')
  await page.unroute('**/api/issuances/*')
  await clerk.sees('Valid.')

  await page.route('**/api/issuances/*/page', (route) => route.abort())
  await page.goto('/staff/print/nothing')
  await clerk.sees('Check the connection, then do it again.')
  await page.unroute('**/api/issuances/*/page')
  await clerk.presses('Ask again')
  await clerk.sees('This is not there any more.')
})
