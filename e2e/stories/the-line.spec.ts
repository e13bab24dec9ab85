import { Phone } from '../src/actors/phone.ts'
import type { Clerk } from '../src/actors/clerk.ts'
import type { Kiosk } from '../src/actors/kiosk.ts'
import { lookAt } from '../src/look-at.ts'
import { expect, phoneScreen, test } from '../src/story.ts'

const takesPlainTicket = async (kiosk: Kiosk): Promise<string> => {
  await kiosk.chooseLanguage('English')
  await kiosk.choosesSomethingElse()
  const number = await kiosk.takesNumberAndPaper()
  await kiosk.leave()
  return number
}

test('the kiosk is down: the clerk fills in the same questions and makes the ticket', async ({
  clerk,
  display,
  paper,
}) => {
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'Español',
    service: 'Bus pass',
    answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular, $3.25', 'How many passes?': 3 },
  })
  const ticket = await paper.expectSlip(number, 'Pase de autobús', '$9.75: efectivo, tarjeta o cheque')
  expect(ticket.printer, 'at the window, for there is no kiosk').toBe('printer-window-3')

  await clerk.seesInLine(number, 'Bus pass', 'Español', 'counter')
  await clerk.callsNext(number)
  await display.shows(number, 'Ventanilla 3')
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.takesCash('10.00')
  await clerk.seesAmount('Change', '$0.25')
  await clerk.handsOver('Hand over the 3 passes', {
    'Card number 1': '8100001',
    'Card number 2': '8100002',
    'Card number 3': '8100003',
  })
  await paper.expectSlip('Pase de un día', '8100001', '8100003')
  await clerk.finishes()
})

test('someone on the phone gets a number, and no paper', async ({ clerk, paper }) => {
  const number = await clerk.makesTicket({
    where: 'On the phone',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  await clerk.seesInLine(number, 'Something else', 'by phone')
  const next = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  await paper.expectSlip(next, 'Something else')
  expect(await paper.slips(), 'the paper of the second alone').toHaveLength(1)
})

/** No call reaches the server before each of them has called: nobody's button has heard yet of a colleague's call. */
const callAtOnce = async (...clerks: readonly Clerk[]): Promise<void> => {
  const { promise: allHaveCalled, resolve: go } = Promise.withResolvers<undefined>()
  let calls = 0
  for (const { page } of clerks)
    await page.route(
      '**/call-next',
      async (route) => {
        calls += 1
        if (calls === clerks.length) go(undefined)
        await allHaveCalled
        await route.continue()
      },
      { times: 1 },
    )
  await Promise.all(clerks.map(({ page }) => page.keyboard.press('Space')))
}

test('two clerks call at the same moment: each ticket is called once', async ({
  kiosk,
  clerk,
  secondClerk,
  display,
}) => {
  const tickets: string[] = []
  for (let count = 0; count < 4; count += 1) tickets.push(await takesPlainTicket(kiosk))
  await clerk.seesInLine(tickets[3] ?? '')
  await secondClerk.seesInLine(tickets[3] ?? '')

  const called: string[] = []
  for (let round = 0; round < 2; round += 1) {
    const both = [clerk, secondClerk]
    await Promise.all(both.map((each) => each.isNext('Call next')))
    await callAtOnce(...both)
    await Promise.all(both.map((each) => each.isNext('Start')))
    for (const each of both) called.push(await each.number())
    await display.hasCalled(...called.slice(-2))
    for (const each of both) {
      await each.does('Start')
      await each.finishes()
    }
  }
  expect(called.toSorted()).toEqual(tickets)
})

test('a call is taken back: the ticket waits again in its place, and the display forgets it', async ({
  kiosk,
  clerk,
  display,
}) => {
  const first = await takesPlainTicket(kiosk)
  const second = await takesPlainTicket(kiosk)
  await clerk.callsNext(first)
  await display.shows(first, 'Window 3')
  await clerk.undoes(`${first} called`)
  await clerk.seesInLine(first, 'Waiting')
  await display.showsNot(first)
  await clerk.callsNext(first)
  await clerk.does('Start')
  await clerk.finishes()
  await clerk.undoes(`${first} finished`)
  await clerk.isNext('Finish')
  await clerk.finishes()
  await clerk.callsNext(second)
})

test('the ticket’s square code leads to the line on a phone', async ({ kiosk, clerk, paper, newPage }) => {
  await takesPlainTicket(kiosk)
  const number = await takesPlainTicket(kiosk)
  const ticket = await paper.expectSlip(number, 'Follow the line on your phone')
  const phone = new Phone(await newPage(phoneScreen))
  await phone.scans(ticket.qr[0] ?? 'no code on the ticket')
  await phone.shows(number, 'Not yet. 1 person before you.')
  await clerk.callsNext('A001')
  await phone.shows('Not yet. You are next.')
  await clerk.does('Start')
  await clerk.finishes()
  await clerk.callsNext(number)
  await phone.shows('Window 3', 'now')
  await clerk.does('Start')
  await clerk.isNext('Finish')
  await clerk.types('h', '1', 'Enter')
  await phone.shows('Your place is kept. Go back to the window when you are ready.')
  await clerk.opens(number)
  await clerk.presses('Go on at my window')
  await clerk.finishes()
  await phone.shows('All done. Thank you for coming.')
})

test('who is called before they have left the kiosk is told the window there', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.choosesSomethingElse()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(number)
  await kiosk.isTold('Siéntese donde vea la pantalla')
  await clerk.callsNext(number)
  await expect(kiosk.page.getByRole('status').getByText('Ventanilla 3')).toBeVisible()
  expect(await kiosk.takesNumberAndPaper(), 'the number and its paper stay').toBe(number)
  await lookAt(kiosk.page, 'kiosk-ticket-called')
  await kiosk.isNotTold('Usted es la próxima persona')
  await kiosk.isNotTold('Siéntese donde vea la pantalla')
  await clerk.undoes(`${number} called`)
  await kiosk.isTold('Siéntese donde vea la pantalla')
  await kiosk.isNotTold('Ventanilla 3')
})

test('a step is undone long after it, by the mouse', async ({ kiosk, clerk }) => {
  const number = await takesPlainTicket(kiosk)
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.finishes()
  await clerk.does(`Undo: ${number} finished`)
  await clerk.isNext('Finish')
})

test('who missed the call with a form undecided is settled on a later day', async ({ clerk, city }) => {
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Bus pass',
    answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': 1 },
  })
  await clerk.callsNext(number)
  await clerk.does('No-show')
  await clerk.seesInLine(number, 'No-show')
  await city.timePasses(24 * 60)
  await clerk.isLive()
  const today = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  await clerk.seesInLine(number, 'from Nov 23: settle')
  await clerk.sees('From earlier days')
  await clerk.opens(number)
  await clerk.presses('Cancel the visit…')
  await clerk.types('5', 'Enter')
  await clerk.seesLine(today)
})
