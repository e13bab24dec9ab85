import { answersForBiscuit } from '../src/biscuit.ts'
import { test } from '../src/story.ts'

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
