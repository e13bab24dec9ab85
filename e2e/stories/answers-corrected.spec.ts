import { Clerk } from '../src/actors/clerk.ts'
import { administers } from '../src/administrator.ts'
import { answersForBiscuit } from '../src/biscuit.ts'
import { lookAt } from '../src/look-at.ts'
import { takesTicket, aSale } from '../src/phone-ticket.ts'
import { expect, test } from '../src/story.ts'

test('an answer is corrected at the window: the old one is kept, and the new fee is told in words', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  await clerk.callsNext(await kiosk.takesNumberAndPaper())
  await clerk.does('Start')
  await clerk.presses('Correct')
  await clerk.changesAnswer('For how long?', 'Until the rabies shot ends')
  await clerk.changesAnswer(/Do you agree\?$/, 'Yes')
  await clerk.sees('$25.00 becomes $40.00.')
  await clerk.does('Save the answers')
  await clerk.sees('was 1 year', 'The kiosk said $25.00; now it is $40.00')
  await clerk.does('Approve')
  await clerk.takesCash('40.00')
  await paper.expectSlip('Receipt 1', /Dog license until May 14, 2028.*\$40\.00/)
})

test('the next step after a correction is of its own checklist, however late that comes', async ({
  clerk,
}) => {
  await takesTicket(clerk.page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  await clerk.seesPapers('A photo ID', 'A bill or lease')
  await clerk.isNext('Print')
  await clerk.presses('Correct')
  await clerk.changesAnswer('What is the sale for?', 'For a charity')
  const { promise: isAway, resolve: comesBack } = Promise.withResolvers<undefined>()
  await clerk.page.route('**/api/intakes/**', async (route) => {
    await isAway
    await route.continue()
  })
  await clerk.does('Save the answers')
  await clerk.cannot('One moment')
  await clerk.types('3')
  comesBack(undefined)
  await clerk.seesPapers('The charity’s 501(c)(3) letter')
  await clerk.isNext('Print')
})

test('answers changed elsewhere while they are being corrected: what is typed lies over the new ones, and is saved', async ({
  clerk,
}) => {
  await takesTicket(clerk.page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  await clerk.isNext('Seen')
  const tab = new Clerk(await clerk.page.context().newPage())
  await tab.page.goto('/staff')
  await tab.presses('Correct')
  await clerk.presses('Correct')
  await clerk.fills('What is your name?', 'Dana Whitfield-Ortega')
  await tab.changesAnswer('When does it end?', '5 pm')
  await tab.does('Save the answers')
  await tab.sees('was 3 pm')

  await clerk.does('Save the answers')
  await clerk.sees('The answers were changed in the meantime.')
  await expect(clerk.page.getByRole('textbox', { name: 'What is your name?' })).toHaveValue(
    'Dana Whitfield-Ortega',
  )
  await expect(clerk.page.getByRole('button', { name: '5 pm' })).toHaveAttribute('aria-pressed', 'true')
  await clerk.does('Save the answers')
  await clerk.sees('was 3 pm', 'was Dana Whitfield')
})

test('a paper that is asked only since the ticket comes to the form at its approval, and that is told', async ({
  city,
  clerk,
}) => {
  const occupancyProof = (isAsked: boolean) =>
    administers(city, 'change-service-settings', {
      service: 'yard-sale',
      from: '2026-11-23',
      values: { occupancyProof: isAsked },
    })
  await occupancyProof(false)
  await takesTicket(clerk.page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  await clerk.seesPapers('A photo ID')
  for (const step of ['Print', 'Signed']) await clerk.does(step)
  await clerk.isNext('Approve')
  await occupancyProof(true)
  await clerk.does('Approve')
  await clerk.sees('The rules or the city’s records have changed since these answers were given')
  await lookAt(clerk.page, 'console-asked-since')
  await clerk.seesPapers('A bill or lease')
  await clerk.does('Approve')
  await clerk.seesAmount('To pay', '$5.00')
})
