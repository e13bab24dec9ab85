import type { Clerk } from './actors/clerk.ts'
import type { Kiosk } from './actors/kiosk.ts'

/** A dog whose papers the city holds: eight touches lead to "check your answers". */
export const answersForBiscuit = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.chooseLanguage('English')
  await answersAboutBiscuit(kiosk)
}

/** The same for someone who has begun already. */
export const answersAboutBiscuit = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.chooseService('Pet tag')
  await kiosk.answer('What do you need?', 'Renew the license')
  await kiosk.answer('Do you know the tag number?', 'Yes')
  await kiosk.enterDigits('What is the tag number?', '20417')
  await kiosk.answer('Is Biscuit spayed or neutered?', 'Yes')
  await kiosk.answer('Has Biscuit had a rabies shot since the last license?', 'No')
  await kiosk.answer('Do you want an assistance dog tag?', 'No')
  await kiosk.answer('For how long?', '1 year')
  await kiosk.sees('What it costs')
  await kiosk.goOn()
  await kiosk.sees('Check your answers')
}

/** Biscuit's license is approved at the window, and $25.00 are owed. */
export const owesForBiscuit = async (kiosk: Kiosk, clerk: Clerk): Promise<void> => {
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  await clerk.callsNext(await kiosk.takesNumberAndPaper())
  await clerk.does('Start')
  await clerk.does('Approve')
}
