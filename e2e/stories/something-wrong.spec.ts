import { administers } from '../src/administrator.ts'
import { Phone } from '../src/actors/phone.ts'
import { answersForBiscuit } from '../src/biscuit.ts'
import { lookAt } from '../src/look-at.ts'
import { codeOn } from '../src/screen-code.ts'
import { expect, phoneScreen, test } from '../src/story.ts'

const never: { from: string; until: string }[] = []
const day = [{ from: '07:00', until: '18:00' }]
const afternoon = [{ from: '13:00', until: '17:00' }]

test('outside its hours the counter is closed, and each language says when it opens', async ({
  city,
  kiosk,
}) => {
  const opens = (week: (typeof never)[], closedDays: string[] = []) =>
    administers(city, 'change-opening', { opening: { week, closedDays } })

  await opens([afternoon, day, day, day, never, never, never])
  await kiosk.sees('The counter is closed now')
  await kiosk.isTold('It opens today at 1:00 PM.')
  await kiosk.isTold('Questions? Call (951) 555-0100.')
  await kiosk.isTold('Abre hoy a la 1:00')
  await kiosk.sees('现在不办公')
  await kiosk.sees('Sarado ang counter ngayon')
  await kiosk.sees('Quầy hiện đang đóng cửa')
  await lookAt(kiosk.page, 'kiosk-closed')

  await opens([day, never, day, day, never, never, never], ['2026-11-23'])
  await kiosk.sees('The counter is closed today')
  await kiosk.isTold('It opens on Wednesday, November 25 at 7:00 AM.')
  await kiosk.isTold(/Abre el miércoles, 25 de noviembre a las 7:00/)

  await opens([day, day, day, day, never, never, never])
  await kiosk.isFree()
})

test('the supervisor closes the counter: whoever is at the kiosk is told, and who waits still waits', async ({
  kiosk,
  clerk,
  supervisor,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.choosesSomethingElse()
  const number = await kiosk.takesNumberAndPaper()
  await kiosk.leave()
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Bus pass')
  await kiosk.isAsked('Which pass?')

  await supervisor.presses('Window 1')
  await supervisor.presses('Close the counter for today')
  await supervisor.sees('Closed for today: the kiosk says so.', 'Kiosk closed')
  await kiosk.sees('The counter is closed today')
  await clerk.presses('Window 3')
  await expect(clerk.page.getByRole('button', { name: 'Open the counter again' })).toBeHidden()
  await clerk.page.keyboard.press('Escape')
  await clerk.callsNext(number)

  await supervisor.presses('Open the counter again')
  await supervisor.sees('Open: the kiosk takes people in.')
  await kiosk.isAsked('Which pass?')
})

test('a service is off for the day: the kiosk says so before anyone answers, and a clerk can be seen anyway', async ({
  kiosk,
  supervisor,
}) => {
  await supervisor.presses('Window 1')
  await supervisor.presses('Take Bus pass off for today')
  await supervisor.sees('not offered today')
  await expect(kiosk.page.getByRole('listitem').filter({ hasText: 'Bus pass' })).toBeHidden()
  await kiosk.chooseLanguage('English')
  await expect(kiosk.page.getByRole('button', { name: /^Bus pass/ })).toContainText('Not offered today')
  await lookAt(kiosk.page, 'kiosk-services-one-off')
  await kiosk.chooseService('Bus pass')
  await kiosk.sees('Not offered today: Bus pass')
  await kiosk.isTold('You can come back another day, or call us before you come.')
  await kiosk.isTold('550 E 6th St, Beaumont, CA 92223')
  await lookAt(kiosk.page, 'kiosk-not-today')
  await kiosk.goBack()
  await kiosk.chooseService('Bus pass')
  await kiosk.talksToClerkAnyway()
  expect(await kiosk.takesNumberAndPaper()).toBe('A001')
})

test('no window is staffed: it is said before the ticket, and the ticket is given', async ({ kiosk }) => {
  await kiosk.isTold('No window is open right now')
  await kiosk.chooseLanguage('Español')
  await kiosk.isTold('Ahora no hay ventanilla abierta para esto')
  await kiosk.choosesSomethingElse()
  await kiosk.takesNumberAndPaper()
})

test('the kiosk gives no paper: a phone takes the number along, and the paper comes when there is some', async ({
  city,
  kiosk,
  clerk,
  paper,
  newPage,
}) => {
  await clerk.isLive()
  await paper.setCondition('printer-kiosk', 'paper-out')
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  const number = await kiosk.writesDownNumber()
  await kiosk.isTold('Take it along on your phone')
  await lookAt(kiosk.page, 'kiosk-ticket-code')
  const url = await codeOn(kiosk.page.locator('main'))
  const phone = new Phone(await newPage(phoneScreen))
  await phone.scans(url ?? 'no code on the screen')
  await phone.shows(number, 'Not yet. You are next.')
  await kiosk.leave()

  await kiosk.chooseLanguage('English')
  await kiosk.isTold('No paper here right now. We show your number on this screen.')
  await city.timePasses(2)
  await paper.setCondition('printer-kiosk', 'ready')
  await expect(kiosk.page.getByText('No paper here right now.')).toBeHidden()
  await kiosk.touch(/^I have a number/)
  await kiosk.type('What is your number?', number)
  await kiosk.goOn()
  await kiosk.sees(`Your number ${number}`)
  await kiosk.isTold('Not yet. You are next.')
  await lookAt(kiosk.page, 'kiosk-standing')
  const { promise: isAnswered, resolve: answer } = Promise.withResolvers<undefined>()
  await kiosk.page.route('**/print-ticket', async (route) => {
    await isAnswered
    await route.abort()
  })
  await kiosk.touch('Print my ticket')
  await expect(kiosk.page.getByRole('button', { name: 'One moment' })).toBeVisible()
  answer(undefined)
  await kiosk.isTold('That did not work. Ask at a window.')
  await kiosk.page.unroute('**/print-ticket')
  await kiosk.touch('Print my ticket')
  await kiosk.isTold('Take your ticket below')
  const copy = await paper.expectSlip(number, 'REPRINT', 'Pet tag · Biscuit')
  expect(copy.printer).toBe('printer-kiosk')
  await expect(kiosk.page.getByRole('button', { name: 'Print my ticket' })).toBeHidden()
})

const isAway = 'Go to a window. The clerk will help you there. The screen comes back by itself.'

test('the server is away: the first screen says where to go, and comes back by itself', async ({ kiosk }) => {
  await kiosk.isTold('No window is open right now')
  await kiosk.page.context().setOffline(true)
  await kiosk.isTold(isAway)
  await kiosk.page.context().setOffline(false)
  await kiosk.isTold('No window is open right now')
})

test('the server goes away before the screen is alive, or whole: it comes anew by itself', async ({
  kiosk,
}) => {
  const { page } = kiosk
  const scripts = /_app\/.*\.js$/
  await page.route(scripts, (route) => route.abort())
  await page.reload()
  await kiosk.isFree()
  await page.unroute(scripts)

  // what follows the line is a part of its own, which comes last
  let isBack = false
  await page.route(scripts, async (route) => {
    if (isBack) return route.continue()
    const response = await route.fetch()
    return (await response.text()).includes('EIO') ? route.abort() : route.fulfill({ response })
  })
  await expect(page.getByText(isAway).first()).toBeVisible({ timeout: 30_000 })
  isBack = true
  await expect(page.getByText('No window is open right now').first()).toBeVisible({ timeout: 30_000 })
})
