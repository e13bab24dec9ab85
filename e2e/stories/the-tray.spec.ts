import { randomUUID } from 'node:crypto'
import { lookAt } from '../src/look-at.ts'
import { aSale } from '../src/phone-ticket.ts'
import { expect, test } from '../src/story.ts'

const dayPass = { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': 1 } as const
const atTheCounter = { where: 'At the counter', language: 'English' } as const

test('who comes back with the paper goes on with the same form, by a ticket of that day', async ({
  clerk,
}) => {
  const tray = clerk.page.getByRole('button', { name: /^Tray/ })
  await clerk.callsNext(await clerk.makesTicket({ ...atTheCounter, service: 'Bus pass', answers: dayPass }))
  await clerk.does('Start')
  await clerk.isNext('Approve')
  await expect(tray).toBeHidden()
  await clerk.does('Needs info')
  await clerk.asksFor('Paper out of date')
  await clerk.finishes()
  await tray.click()
  await clerk.presses(/Bus pass/)
  await clerk.sees('To go on with it, call the person’s ticket first, or make them a new one.')
  await clerk.presses('Close')

  const number = await clerk.makesTicket({ ...atTheCounter, service: 'Something else', answers: {} })
  await clerk.callsNext(number)
  await clerk.does('Start')
  await tray.click()
  await clerk.presses(/Bus pass/)
  await clerk.presses(`Take it up for ${number}`)
  await expect(tray).toBeHidden()
  await clerk.sees('Needs information: Paper out of date')
  await clerk.isNext('It is here')
  await clerk.presses('Not here: leave it waiting')
  await clerk.isNext('Finish')
  await clerk.presses('It is here: go on')
  await clerk.does('Approve')
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await clerk.finishes()
})

test('a form that came by mail waits in the tray, without a ticket, for whoever comes with the fee', async ({
  clerk,
}) => {
  await clerk.putsIntoTray({ language: 'English', service: 'Bus pass', answers: dayPass })
  await clerk.presses(/Bus pass/)
  await clerk.sees('To go on with it, call the person’s ticket first, or make them a new one.')
  await clerk.presses('Close')
  await clerk.sees('Nobody is waiting for this window.')

  const number = await clerk.makesTicket({ ...atTheCounter, service: 'Something else', answers: {} })
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.page.getByRole('button', { name: /^Tray/ }).click()
  await clerk.presses(/Bus pass/)
  await clerk.presses(`Take it up for ${number}`)
  await clerk.does('Begin the review')
  await clerk.does('Approve')
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await clerk.finishes()
})

test('a mistyped card number is taken back: the same receipt, and the right card', async ({ clerk }) => {
  await clerk.callsNext(await clerk.makesTicket({ ...atTheCounter, service: 'Bus pass', answers: dayPass }))
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await clerk.isNext('Finish')
  await clerk.finds('8200001', /^8200001/)
  await clerk.presses('Cancel this pass…')
  await clerk.presses('Take it back and hand over again')
  await clerk.sees('The pass is taken back. The form is paid and waits to be handed over once more.')
  await clerk.presses('Close')
  await expect(clerk.page.getByRole('textbox', { name: 'Card number' })).toHaveValue('')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200010' })
  await clerk.finishes()
  await clerk.finds('8200001', /^8200001/)
  await clerk.sees('Canceled.')
  await clerk.presses('Close')
  await clerk.looksAtReceipts()
  await expect(clerk.page.getByText('handed over')).toHaveCount(0)
})

test('what was written into a card since is taken back first, and that is told before', async ({ clerk }) => {
  const monthly = (month: string) => ({
    'Which pass?': 'Monthly pass',
    'For which month?': month,
    'Who will ride?': 'Regular',
    'How many passes?': 1,
  })
  for (const month of ['This month', 'Next month']) {
    const answers = monthly(month)
    await clerk.callsNext(await clerk.makesTicket({ ...atTheCounter, service: 'Bus pass', answers }))
    await clerk.does('Start')
    await clerk.does('Approve')
    await clerk.presses(/exactly/)
    await clerk.does('Take')
    await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
    await clerk.finishes()
  }
  await clerk.types('/')
  await clerk.page.getByRole('searchbox').fill('8200001')
  await clerk.types('Enter')
  await clerk.presses(/^8200001.* to November 30/)
  await clerk.presses('Cancel this pass…')
  await clerk.sees('it was written again since')
  await lookAt(clerk.page, 'console-written-since')
})

test('of two that are approved one is not wanted: it is withdrawn, and the till asks for the other alone', async ({
  clerk,
}) => {
  await clerk.callsNext(await clerk.makesTicket({ ...atTheCounter, service: 'Bus pass', answers: dayPass }))
  await clerk.does('Start')
  await clerk.addsService({ service: 'Bus pass', answers: dayPass })
  await clerk.does('Approve')
  await clerk.does('Approve')
  await clerk.seesAmount('To pay', '$6.50')
  await clerk.does('Withdraw…')
  await clerk.presses('Withdraw it')
  await clerk.seesAmount('To pay', '$3.25')
  await clerk.takesCash('3.25')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await clerk.finishes()
})

test('of two on one receipt one is handed over and the other not wanted: a supervisor withdraws it', async ({
  clerk,
  supervisor,
}) => {
  await clerk.callsNext(await clerk.makesTicket({ ...atTheCounter, service: 'Bus pass', answers: dayPass }))
  await clerk.does('Start')
  await clerk.addsService({ service: 'Bus pass', answers: dayPass })
  await clerk.does('Approve')
  await clerk.does('Approve')
  await clerk.takesCash('6.50')
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await clerk.isNext('Hand over the pass')
  const number = await clerk.number()
  await supervisor.opens(number)
  await supervisor.presses('Open the form')
  await supervisor.presses('Withdraw what was paid…')
  await supervisor.page.getByRole('radio', { name: 'No longer wanted' }).check()
  await supervisor.presses('Withdraw it')
  await clerk.isNext('Finish')
  await clerk.finishes()
})

test('of two forms one waits for a paper: the other is paid for alone, and its change is told', async ({
  clerk,
}) => {
  await clerk.callsNext(await clerk.makesTicket({ ...atTheCounter, service: 'Something else', answers: {} }))
  await clerk.does('Start')
  await clerk.addsService({ service: 'Bus pass', answers: dayPass })
  await clerk.isNext('Approve')
  await clerk.does('Needs info')
  await clerk.asksFor('Paper out of date')
  await clerk.isNext('Finish')
  await expect(clerk.page.getByText('To pay')).toBeHidden()
  await clerk.addsService({ service: 'Bus pass', answers: { ...dayPass, 'How many passes?': 3 } })
  await clerk.does('Approve')
  await clerk.seesAmount('To pay', '$9.75')
  await clerk.fills('Cash given', '20.00')
  await clerk.does('Take $20.00')
  await clerk.seesAmount('Change', '$10.25')
})

test('what came by mail is found by its name at every console, and denied for a reason', async ({
  clerk,
  secondClerk,
}) => {
  const { page } = secondClerk
  const added = await page.request.post('/api/commands/add-intake', {
    headers: { 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin },
    data: { visitId: null, channel: 'mail', language: 'en', intake: aSale() },
  })
  expect(added.ok(), await added.text()).toBe(true)
  await clerk.finds('Whitfield', /^Dana Whitfield/)
  await clerk.sees('What was filled in')
  await clerk.presses('Deny…')
  await clerk.page.getByRole('list', { name: 'Reason' }).getByRole('button').first().click()
  await clerk.presses('Deny for this reason')
  await expect(clerk.page.getByRole('dialog')).toBeHidden()
  await expect(clerk.page.getByRole('button', { name: /^Tray/ })).toBeHidden()
})
