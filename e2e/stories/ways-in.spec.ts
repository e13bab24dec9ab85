import { answersAboutBiscuit } from '../src/biscuit.ts'
import { expect, test } from '../src/story.ts'
import { lookAt } from '../src/look-at.ts'

test('just a question is a way in, and so is a number that one has already', async ({ kiosk, clerk }) => {
  const byPhone = await clerk.makesTicket({
    where: 'On the phone',
    language: 'English',
    service: 'Something else',
    answers: {},
  })
  await kiosk.chooseLanguage('English')
  await kiosk.touch(/^Just a question/)
  const number = await kiosk.takesNumberAndPaper()
  await clerk.seesLine(byPhone, number)
  await kiosk.leave()

  await kiosk.chooseLanguage('Español')
  await kiosk.touch(/^Ya tengo un número/)
  await kiosk.isAsked('¿Cuál es su número?')
  await kiosk.goOn()
  await kiosk.isTold('El número está vacío. Escriba la letra y las cifras.')
  await kiosk.type('¿Cuál es su número?', 'A999')
  await kiosk.goOn()
  await kiosk.isTold(/^Hoy no conocemos este número/)
  await lookAt(kiosk.page, 'kiosk-number-unknown')
  await kiosk.page.getByRole('textbox').fill(`${byPhone[0]?.toLowerCase()} ${Number(byPhone.slice(1))}`)
  await kiosk.goOn()
  await kiosk.sees(`Su número ${byPhone}`)
  await kiosk.isTold('Todavía no. Usted es la próxima persona.')
})

test('who missed the call by a moment holds the ticket under the scanner and is back in line', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.choosesSomethingElse()
  const number = await kiosk.takesNumberAndPaper()
  const { qr } = await paper.expectSlip(number)
  await kiosk.leave()
  await clerk.callsNext(number)

  await paper.uses('printer-kiosk-scanner', 'scan', { text: qr[0] ?? '' })
  await kiosk.sees(`Su número ${number}`)
  await kiosk.isTold('Ventanilla 3')
  await lookAt(kiosk.page, 'kiosk-standing-called')
  await clerk.presses(/^No-show/)
  await kiosk.isTold('Llamamos su número y usted no estaba.')
  await kiosk.touch('Volver a la fila')
  await kiosk.isTold('Todavía no. Usted es la próxima persona.')
  await clerk.seesLine(number)
  await kiosk.leave()
  await expect(kiosk.page.getByText(number)).toHaveCount(0)
})

test('a tag is held under the scanner instead of typed; a ticket there does not end up in the field', async ({
  kiosk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Pet tag')
  await kiosk.answer('What do you need?', 'Renew the license')
  await kiosk.answer('Do you know the tag number?', 'Yes')
  await kiosk.isAsked('What is the tag number?')
  await paper.uses('printer-kiosk-scanner', 'scan', { text: 'http://lobby/t/someone.else' })
  await paper.uses('printer-kiosk-scanner', 'scan', { text: '20417' })
  await expect(kiosk.page.getByRole('textbox')).toHaveValue('20417')
  await kiosk.goOn()
  await kiosk.isAsked('Is Biscuit spayed or neutered?')
})

test('two services in one visit: one number, one paper, and the clerk has both before them', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Bus pass')
  await kiosk.answer('Which pass?', 'Day pass')
  await kiosk.answer('Who will ride?', 'Regular')
  await kiosk.chooseHowMany('How many passes?', 2)
  await kiosk.sees('What it costs')
  await kiosk.goOn()
  await kiosk.touch('Add another service')
  await expect(kiosk.page.getByRole('button', { name: /^Bus pass/ })).toBeHidden()
  await answersAboutBiscuit(kiosk)
  await kiosk.isTold('Also on this ticket')
  await kiosk.isTold('$31.50')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(number, 'Bus pass', 'Pet tag · Biscuit')
  expect(await paper.countSlips('Follow the line on your phone')).toBe(1)
  await clerk.seesLine(number)
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.sees('Bus pass', 'Pet tag')
})

test('an appointment is on the ticket and in the clerk’s line with its time, and moves nobody ahead', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await clerk.isLive()
  await kiosk.chooseLanguage('English')
  await kiosk.choosesSomethingElse()
  const first = await kiosk.takesNumberAndPaper()
  await kiosk.leave()

  await kiosk.chooseLanguage('Español')
  await kiosk.touch(/^Tengo una cita/)
  await kiosk.isAsked('¿A qué hora es su cita?')
  await lookAt(kiosk.page, 'kiosk-appointment')
  await kiosk.touch(/^10:30/)
  await kiosk.isTold(/^Su cita: 10:30/)
  await lookAt(kiosk.page, 'kiosk-appointment-for-what')
  await kiosk.goBack()
  await kiosk.touch(/^10:45/)
  await kiosk.touch(/^Solo una pregunta/)
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(number, 'Cita: 10:45')
  await clerk.seesLine(first, number)
  await clerk.seesInLine(number, 'Appointment 10:45 AM')
  await kiosk.leave()
  await kiosk.chooseLanguage('English')
  await expect(kiosk.page.getByText('Your appointment')).toHaveCount(0)
})

test('a tag under the scanner begins its renewal; any other code is told to be for the clerk', async ({
  kiosk,
  paper,
}) => {
  await kiosk.hearsTheOffice()
  await kiosk.chooseLanguage('Español')
  await paper.uses('printer-kiosk-scanner', 'scan', { text: 'http://lobby/t/someone.else' })
  await kiosk.isTold(/^Esta pantalla no puede usar ese código/)
  await kiosk.goBack()
  await kiosk.chooseLanguage('Español')
  await paper.uses('printer-kiosk-scanner', 'scan', { text: '2026-0007' })
  await kiosk.isTold(/^Esta pantalla no puede usar ese código/)
  await lookAt(kiosk.page, 'kiosk-services-unknown-code')
  await paper.uses('printer-kiosk-scanner', 'scan', { text: '20417' })
  await kiosk.isAsked('¿Esterilizaron o castraron a Biscuit?')
  await kiosk.goBack()
  await expect(kiosk.page.getByRole('textbox')).toHaveValue('20417')
})
