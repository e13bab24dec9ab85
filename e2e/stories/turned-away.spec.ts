import { answersForBiscuit } from '../src/biscuit.ts'
import { expect, test } from '../src/story.ts'

test('outside the city: it is said before the ticket, with the rule and what to do instead', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Yard sale permit')
  await kiosk.write('Where is the yard sale?', '39000 Cherry Valley Blvd')
  await kiosk.sees('With these answers we cannot help you today')
  await kiosk.sees('39000 Cherry Valley Blvd is not in the city.')
  await kiosk.isTold('The city gives permits for homes inside its limits. The mail may still say Beaumont.')
  await kiosk.isTold('Ask Riverside County. A clerk can give you the address.')
  expect(await paper.slips(), 'no ticket was taken').toHaveLength(0)

  await kiosk.talksToClerkAnyway()
  const number = await kiosk.takesNumberAndPaper()
  expect(number).toBe('Y001')
  await kiosk.isTold('Yard sale permit')
  await kiosk.isNotTold('The clerk already has your answers.')
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.sees('Yard sale permit')
})

test('other than was answered for after all: the ticket’s screen says nothing of what was not sent', async ({
  kiosk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Bus pass')
  await kiosk.answer('Which pass?', 'Day pass')
  await kiosk.answer('Who will ride?', 'Regular')
  await kiosk.chooseHowMany('How many passes?', 2)
  await kiosk.sees('What it costs')
  for (const question of ['How many passes?', 'Who will ride?', 'Which pass?']) {
    await kiosk.goBack()
    await kiosk.isAsked(question)
  }
  await kiosk.goBack()
  await kiosk.choosesSomethingElse()
  const number = await kiosk.takesNumberAndPaper()
  expect(number).toBe('A001')
  await kiosk.isTold('Something else, or pay a bill')
  await kiosk.isNotTold('Bus pass')
  await kiosk.isNotTold('$6.50')
  await kiosk.isNotTold('The clerk already has your answers.')
  await paper.expectSlip(number, 'Something else')
})

test('papers for a second service are missing: who comes back another day for it keeps the first', async ({
  kiosk,
}) => {
  await answersForBiscuit(kiosk)
  await kiosk.touch('Add another service')
  await kiosk.chooseService('Bus pass')
  await kiosk.answer('Which pass?', 'Day pass')
  await kiosk.answer('Who will ride?', 'Senior')
  await kiosk.chooseHowMany('How many passes?', 2)
  await kiosk.sees('What it costs')
  await kiosk.goOn()
  await kiosk.sees('Have this ready')
  await kiosk.missesPapers()
  await kiosk.touch('Come back another day')
  await kiosk.sees('Check your answers')
  await kiosk.isTold('20417')
  await kiosk.isNotTold('Also on this ticket')
})

test('a form that is refused: a number without it; one that is refused too leads to a window', async ({
  kiosk,
}) => {
  const json = { code: 'invalid-answers', status: 422 }
  await kiosk.page.route('**/take-ticket', (route) => route.fulfill({ status: 422, json }))
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  await kiosk.sees('We could not take this form')
  await kiosk.touch('Get a number')
  await kiosk.sees('That did not work. Ask at a window.')
  await kiosk.leave()
})

test('una respuesta equivocada se corrige, y el trámite sigue', async ({ kiosk }) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Placa de mascota')
  await kiosk.answer('¿Qué necesita?', 'Renovar la licencia')
  await kiosk.answer('¿Sabe el número de la placa?', 'Sí')
  await kiosk.enterDigits('¿Cuál es el número de la placa?', '20417')
  await kiosk.answer('¿Esterilizaron o castraron a Biscuit?', 'Sí')
  await kiosk.answer('¿Vacunaron a Biscuit contra la rabia después de la última licencia?', 'Sí')
  await kiosk.pickDays('¿Hasta cuándo vale la vacuna?', '20 de noviembre de 2026')
  await kiosk.sees('Con estas respuestas hoy no podemos hacer el trámite')
  await kiosk.sees('La vacuna de Biscuit venció el 20 de noviembre de 2026.')
  await kiosk.changesAnswer()
  await kiosk.pickDays('¿Hasta cuándo vale la vacuna?', '20 de diciembre de 2027')
  await kiosk.isAsked('¿Quiere una placa de perro de asistencia?')
})
