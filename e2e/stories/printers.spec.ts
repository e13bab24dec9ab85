import { Clerk } from '../src/actors/clerk.ts'
import { administers } from '../src/administrator.ts'
import { answersForBiscuit, owesForBiscuit } from '../src/biscuit.ts'
import { aSale, takesTicket } from '../src/phone-ticket.ts'
import { deskScreen, expect, test } from '../src/story.ts'

test('the kiosk’s paper is out: the number is written down, and the ticket comes from a window', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await paper.setCondition('printer-kiosk', 'paper-out')
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  const number = await kiosk.writesDownNumber()
  await kiosk.isTold('The printer gave no paper. Your place in line is safe.')
  await clerk.sees('Kiosk: out of paper')

  await clerk.callsNext(number)
  await clerk.reprints('Ticket', 'Window 3')
  const copy = await paper.expectSlip(number, 'REPRINT', 'Pet tag · Biscuit')
  expect(copy.printer).toBe('printer-window-3')
})

test('the kiosk’s printer is off, pulled out or open: nobody waits for paper that does not come', async ({
  kiosk,
  clerk,
  paper,
}) => {
  for (const condition of ['offline', 'unplugged', 'cover-open'] as const) {
    await paper.setCondition('printer-kiosk', condition)
    await kiosk.chooseLanguage('Español')
    await kiosk.choosesSomethingElse()
    const number = await kiosk.writesDownNumber()
    await kiosk.leave()
    await clerk.callsNext(number)
    await clerk.does('Start')
    await clerk.finishes()
    await paper.setCondition('printer-kiosk', 'ready')
  }
})

test('the roll at the window ends: the receipt comes from the colleague’s printer, marked as a reprint', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await owesForBiscuit(kiosk, clerk)
  await paper.setCondition('printer-window-3', 'paper-out')
  await clerk.sees('Paper is out')
  await clerk.takesCash('25.00')
  await clerk.isNext('Renew the tag')
  await clerk.reprints('Receipt', 'Window 2')
  const copy = await paper.expectSlip('Receipt 1', 'REPRINT', /Cash.*\$25\.00/)
  expect(copy.printer).toBe('printer-window-2')

  await paper.setCondition('printer-window-3', 'ready')
  await clerk.sees('Printer ready')
  await clerk.does('Renew the tag')
  const slip = await paper.expectSlip('Dog license', 'Tag 20417')
  expect(slip.printer).toBe('printer-window-3')
})

test('a ticket made at a window without paper: the sheet says how its paper stands', async ({
  clerk,
  paper,
}) => {
  await paper.setCondition('printer-window-3', 'paper-out')
  await clerk.sees('Paper is out')
  await clerk.presses('New ticket')
  await clerk.presses('Something else')
  await clerk.presses('Make the ticket')
  const sheet = clerk.page.getByRole('dialog', { name: 'New ticket' })
  await expect(sheet.getByText('waiting for the printer')).toBeVisible()
  await paper.setCondition('printer-window-3', 'ready')
  await expect(sheet.getByText('printed', { exact: true })).toBeVisible()
})

test('at a window without a printer nobody’s paper comes out in the lobby: the clerk says where', async ({
  city,
  newPage,
  secondClerk,
  paper,
}) => {
  await administers(city, 'add-window', { label: '5', printerId: null, lines: null })
  const clerk = new Clerk(await newPage(deskScreen))
  await clerk.sitsDown({ login: 'rosa', window: '5', float: null })
  await takesTicket(clerk.page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  await clerk.seesPapers('A photo ID', 'A bill or lease with their name and 1248 Palm Ave')
  await clerk.does('Print declaration')
  await clerk.presses(/^Window 2/)
  const declaration = await paper.expectSlip('Yard sale declaration', 'Dana Whitfield')
  expect(declaration.printer).toBe('printer-window-2')
  await clerk.does('Signed before me')
  await clerk.does('Approve')
  await clerk.transfersTo('2')

  await secondClerk.callsNext('Y001')
  await secondClerk.does('Start')
  await secondClerk.takesCash('5.00')
  await secondClerk.does('Hand over the permit')
  await paper.expectSlip('Yard sale permit', '2026-0001')

  await clerk.finds('whitf', /^2026-0001 Yard sale permit/)
  await clerk.presses('Print the slip again at…')
  await clerk.presses(/^Window 3/)
  await clerk.sees('It goes to the printer again, marked as a copy.')
  const slip = await paper.expectSlip('Yard sale permit', '2026-0001', 'REPRINT')
  expect(slip.printer).toBe('printer-window-3')
  expect(await paper.slips('printer-kiosk')).toHaveLength(0)
})
