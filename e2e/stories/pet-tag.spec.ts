import { expectOneLetterSheet } from '../src/actors/letter-page.ts'
import { expect, test } from '../src/story.ts'

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

test('La licencia de Biscuit se renueva en español hasta mayo, con consentimiento', async ({
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Placa de mascota')
  await kiosk.answer('¿Qué necesita?', 'Renovar la licencia')
  await kiosk.answer('¿Sabe el número de la placa?', 'Sí')
  await kiosk.enterDigits('¿Cuál es el número de la placa?', '20417')
  await kiosk.answer('¿Esterilizaron o castraron a Biscuit?', 'Sí')
  await kiosk.answer('¿Vacunaron a Biscuit contra la rabia después de la última licencia?', 'No')
  await kiosk.answer('¿Quiere una placa de perro de asistencia?', 'No')
  await kiosk.answer('¿Por cuánto tiempo?', 'Hasta que venza la vacuna')
  await kiosk.answer('La licencia vence con la vacuna, el 14 de mayo de 2028. ¿Está de acuerdo?', 'Sí')
  await kiosk.sees('Cuánto cuesta')
  await kiosk.isTold('$40.00')
  await kiosk.goOn()
  await kiosk.sees('Revise sus respuestas')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(
    number,
    'Placa de mascota · Biscuit',
    'Usted es la próxima persona',
    '$40.00: efectivo, tarjeta o cheque',
    'For the clerk: Pet tag · Biscuit',
  )

  await clerk.seesInLine(number, 'Pet tag', 'Español')
  await clerk.callsNext(number)
  await display.shows(number, 'Ventanilla 3')
  await clerk.does('Start')
  await clerk.sees(/· kiosk .*, Español/)
  await clerk.does('Approve')
  await clerk.takesCheck('40.00', '1187')
  await paper.expectSlip(
    'Recibo 1',
    /Licencia de perro hasta/,
    /Cheque 1187.*\$40\.00/,
    'Guarde este recibo.',
  )
  await clerk.does('Renew the tag')
  await paper.expectSlip('Licencia de perro', 'Placa 20417', /Perro.*Biscuit/, /Válida hasta.*14 de mayo/)
  await clerk.finishes()
})

test('the affidavit of an assistance dog is printed from the browser, in Spanish and English', async ({
  kiosk,
  clerk,
}) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Placa de mascota')
  await kiosk.answer('¿Qué necesita?', 'Renovar la licencia')
  await kiosk.answer('¿Sabe el número de la placa?', 'Sí')
  await kiosk.enterDigits('¿Cuál es el número de la placa?', '20417')
  await kiosk.answer('¿Esterilizaron o castraron a Biscuit?', 'Sí')
  await kiosk.answer('¿Vacunaron a Biscuit contra la rabia después de la última licencia?', 'No')
  await kiosk.answer('¿Quiere una placa de perro de asistencia?', 'Sí')
  await kiosk.answer('¿Por cuánto tiempo?', '1 año')
  await kiosk.sees('Cuánto cuesta')
  await kiosk.goOn()
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()

  await clerk.callsNext(number)
  await clerk.does('Start')
  const page = await clerk.opensPrintPage('Print form')
  await expect(page.getByRole('heading', { name: 'Declaración jurada' })).toBeVisible()
  for (const text of ['Dana Whitfield', 'Biscuit', 'Código Penal 365.7', 'Penal Code 365.7'])
    await expect(page.getByRole('article')).toContainText(text)
  await expectOneLetterSheet(page)
})
