import { test } from '../src/story.ts'

test('Biscuit’s license is renewed in English, to the slip in the hand', async ({
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Pet tag')
  await kiosk.answer('What do you need?', 'Renew the license')
  await kiosk.answer('Do you know the tag number?', 'Yes')
  await kiosk.enterDigits('What is the tag number?', '20417')
  await kiosk.answer('Is Biscuit spayed or neutered?', 'Yes')
  await kiosk.answer('Has Biscuit had a rabies shot since the last license?', 'No')
  await kiosk.answer('Do you want an assistance dog tag?', 'No')
  await kiosk.answer('For how long?', '1 year Until November 30, 2027 $25.00')
  await kiosk.sees('What it costs')
  await kiosk.isTold('You pay the clerk, not here. Cash, card or check.')
  await kiosk.goOn()
  await kiosk.sees('Check your answers')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(number, 'Pet tag · Biscuit', 'You are next in line', '$25.00: cash, card or check')
  await kiosk.leave()

  await clerk.seesInLine(number, 'Pet tag', 'Waiting')
  await clerk.callsNext(number)
  await display.shows(number, 'Window 3')
  await clerk.does('Start')
  await clerk.sees('Pet tag: Biscuit', 'On file with the city')
  await clerk.does('Approve')
  await clerk.seesAmount('To pay', '$25.00')
  await clerk.takesCash('40.00')
  await clerk.seesAmount('Change', '$15.00')
  await paper.expectSlip('Receipt 1', /Dog license until Nov.*\$25\.00/, /Cash.*\$40\.00/, /Change.*\$15\.00/)
  await clerk.does('Renew the tag')
  await paper.expectSlip('Dog license', 'Tag 20417', /Dog.*Biscuit/, /Good until.*Nov.*30, 2027/)
  await clerk.finishes()
})
