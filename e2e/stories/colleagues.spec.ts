import { expect, test } from '../src/story.ts'

const dayPass = {
  where: 'At the counter',
  language: 'English',
  service: 'Bus pass',
  answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': 1 },
} as const

test('put on hold by keys with a note, gone on with by a colleague, and denied with its reason', async ({
  clerk,
  secondClerk,
}) => {
  const number = await clerk.makesTicket(dayPass)
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.isNext('Approve')
  await clerk.types('h', '1')
  await clerk.fills('Note for colleagues (may stay empty)', 'Her son brings the card')
  await clerk.types('Enter')
  await clerk.sees('Window 3 is free')
  await clerk.opens(number)
  await clerk.sees('Her son brings the card')
  await clerk.presses('Close')

  await secondClerk.seesInLine(number, 'Getting a paper')
  await secondClerk.opens(number)
  await secondClerk.sees('Her son brings the card')
  await secondClerk.presses('Go on at my window')
  await secondClerk.sees('Her son brings the card')

  await secondClerk.does('Needs info')
  await secondClerk.asksFor('Paper out of date')
  await secondClerk.sees('Needs information: Paper out of date')
  await secondClerk.presses('It is here: go on')
  await secondClerk.does('Deny')
  await secondClerk.denies('The proof for the reduced fare was not shown.')
  await secondClerk.sees(/^Denied: The proof for the reduced fare was not shown/)
  await secondClerk.finishes()
})

test('a receipt is voided only while nothing is handed over for it', async ({ clerk, supervisor }) => {
  const number = await clerk.makesTicket(dayPass)
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.takesCash('3.25')
  await clerk.isNext('Hand over the pass')
  await supervisor.looksAtReceipts()
  await expect(supervisor.page.getByRole('button', { name: 'Void…' })).toBeVisible()
  await clerk.handsOver('Hand over the pass', { 'Card number': '8200001' })
  await supervisor.sees('handed over')
  await expect(supervisor.page.getByRole('button', { name: 'Void…' })).toBeHidden()
})
