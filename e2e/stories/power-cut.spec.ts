import { answersForBiscuit } from '../src/biscuit.ts'
import { expect, test } from '../src/story.ts'

test('the server is killed while someone answers and someone pays: nothing is lost, nothing happens twice', async ({
  city,
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  const first = await kiosk.takesNumberAndPaper()
  await kiosk.leave()
  await clerk.callsNext(first)
  await clerk.does('Start')
  await clerk.does('Approve')

  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Pase de autobús')
  await kiosk.answer('¿Qué pase quiere?', 'Pase de un día')
  await kiosk.isAsked('¿Quién va a viajar?')

  await city.kill()
  await kiosk.isTold('Se perdió la conexión. Sus respuestas siguen aquí.')
  await clerk.sees(/Connection lost since/)
  await display.saysItIsLost()
  await city.start()

  await clerk.isLive()
  await clerk.takesCash('25.00')
  await clerk.isNext('Renew the tag')
  await paper.expectSlip('Receipt 1', /Cash.*\$25\.00/)
  await kiosk.answer('¿Quién va a viajar?', 'Regular')
  await kiosk.chooseHowMany('¿Cuántos pases?', 1)
  await kiosk.sees('Cuánto cuesta')
  await kiosk.goOn()
  await kiosk.sees('Revise sus respuestas')
  await kiosk.takeTicket()
  const second = await kiosk.takesNumberAndPaper()
  expect(second).toBe('B001')

  await clerk.does('Renew the tag')
  await clerk.finishes()
  await clerk.callsNext(second)
  await display.shows(second, 'Ventanilla 3')
})

test('the server is killed when the ticket is stored and before anyone hears of it: it is the same ticket', async ({
  city,
  kiosk,
  clerk,
  paper,
}) => {
  let asked = 0
  await kiosk.page.route('**/take-ticket', async (route) => {
    asked += 1
    if (asked > 1) return route.continue()
    await route.fetch()
    await city.kill()
    await route.abort('connectionreset')
  })
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  await kiosk.isTold('There is no answer yet. Your answers are safe here.')
  await city.start()
  const number = await kiosk.number()
  expect(number).toBe('P001')
  await clerk.isLive()
  await clerk.seesLine(number)
  expect(await paper.countSlips(number), 'the trays are new; nothing is printed twice').toBeLessThanOrEqual(1)
})
