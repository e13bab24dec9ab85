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
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.sees('Yard sale permit')
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
