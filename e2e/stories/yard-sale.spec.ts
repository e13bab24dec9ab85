import { expectOneLetterSheet } from '../src/actors/letter-page.ts'
import { expect, test } from '../src/story.ts'

test('a card number typed for an address is not taken: the field says so, and goes on with the address', async ({
  kiosk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Yard sale permit')
  await kiosk.write('Where is the yard sale?', '4111 1111 1111 1111')
  await kiosk.isTold('Please do not type a card number here.')
  await kiosk.isAsked('Where is the yard sale?')
  await kiosk.page.getByRole('textbox', { name: 'Where is the yard sale?' }).fill('1248 Palm Ave')
  await kiosk.goOn()
  await kiosk.isAsked('What kind of place is it?')
  expect(await paper.slips()).toHaveLength(0)
})

test('a yard sale permit in English, from the address to the page in the yard', async ({
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Yard sale permit')
  await kiosk.write('Where is the yard sale?', '1248 Palm Ave')
  await kiosk.answer('What kind of place is it?', 'A house')
  await kiosk.answer('Do you own it or rent it?', 'I own it')
  await kiosk.answer('What is the sale for?', 'My own things')
  await kiosk.pickDays('On which days?', 'December 5, 2026', 'December 6, 2026')
  await kiosk.answer('When does it start?', '8 am')
  await kiosk.answer('When does it end?', '3 pm')
  await kiosk.write('What is your name?', 'Dana Whitfield')
  await kiosk.enterDigits('What is your phone number?', '9515550142')
  await kiosk.sees('What it costs')
  await kiosk.isTold('$5.00')
  await kiosk.goOn()
  await kiosk.sees('Have this ready')
  await kiosk.isTold('A photo ID')
  await kiosk.isTold('A bill or lease with your name and 1248 Palm Ave')
  await kiosk.hasThePapers()
  await kiosk.sees('Check your answers')
  await kiosk.isTold('(951) 555-0142')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  const ticket = await paper.expectSlip(
    number,
    'Yard sale permit',
    'A photo ID',
    '$5.00: cash, card or check',
  )
  expect(ticket.lines.join(' '), 'no name on a ticket').not.toContain('Dana')

  await clerk.callsNext(number)
  await display.shows(number, 'Window 3')
  await display.saysNothingOf('Dana', 'Whitfield', 'Palm')
  await clerk.does('Start')
  await clerk.sees(/Dana Whitfield · 1248 Palm Ave · \(951\) 555-0142/)
  await clerk.seesPapers('A photo ID', 'A bill or lease with their name and 1248 Palm Ave')
  await clerk.does('Print declaration')
  await paper.expectSlip(
    'Yard sale declaration',
    'Dana Whitfield',
    'under penalty of perjury under the laws of the State of California',
    /^Signature/,
    'Saturday, December 5',
  )
  await clerk.does('Signed before me')
  await clerk.does('Approve')
  await clerk.takesCash('5.00')
  await paper.expectSlip('Receipt 1', /Paid by.*Dana Whitfield/, /Yard sale permit.*\$5\.00/)
  await clerk.does('Hand over the permit')
  await paper.expectSlip('Yard sale permit', '2026-0001', '1248 Palm Ave', /8 am to 3 pm/)

  const page = await clerk.opensPrintPage()
  await expect(page.getByRole('heading', { name: 'Yard sale permit' })).toBeVisible()
  await expect(page.getByText('YARD SALE', { exact: true })).toBeVisible()
  await expect(page.getByRole('article')).not.toContainText('Dana')
  await expectOneLetterSheet(page)
  await page.close()
  await clerk.finishes()

  await clerk.finds('whitf', /^2026-0001 Yard sale permit · Dana Whitfield Valid/)
  await clerk.presses('Move the days or hours…')
  await clerk.changesDays(['2026-12-05', '2026-12-06'], ['2027-06-05'])
  await clerk.sees('The sale cannot move to these days.')
  await clerk.changesDays(['2027-06-05'], ['2026-12-12', '2026-12-13'])
  await clerk.presses('Move it and print the new slip')
  await clerk.sees('It is moved. The number stays; the new slip goes to the printer.')
  await paper.expectSlip('2026-0001', 'Saturday, December 12', 'Sunday, December 13')
  await clerk.presses('Cancel this permit…')
  await clerk.sees('It is canceled in time: it does not count towards the limit.')
  await clerk.presses('Cancel the permit')
  await clerk.sees('Canceled.', 'Nothing more can be done with it.')
})

test('un permiso para venta de garaje en español, con la declaración en los dos idiomas', async ({
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Permiso para venta de garaje')
  await kiosk.write('¿Dónde será la venta?', '745 E 6th St')
  await kiosk.answer('¿Qué tipo de lugar es?', 'Una casa')
  await kiosk.answer('¿Es de usted o lo alquila?', 'Lo alquilo')
  await kiosk.answer('¿Para qué es la venta?', 'Mis propias cosas')
  await kiosk.pickDays('¿Qué días?', '12 de diciembre de 2026')
  await kiosk.answer('¿A qué hora empieza?', '7 a. m.')
  await kiosk.answer('¿A qué hora termina?', '12 del mediodía')
  await kiosk.write('¿Cómo se llama usted?', 'Íñigo Peña')
  await kiosk.enterDigits('¿Cuál es su número de teléfono?', '9515550133')
  await kiosk.sees('Cuánto cuesta')
  await kiosk.goOn()
  await kiosk.sees('Tenga esto a la mano')
  await kiosk.hasThePapers()
  await kiosk.sees('Revise sus respuestas')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(
    number,
    'Permiso para venta de garaje',
    'Una identificación con foto',
    'Tenga a la mano',
  )

  await clerk.callsNext(number)
  await display.shows(number, 'Ventanilla 3')
  await clerk.does('Start')
  await clerk.seesPapers('A photo ID', 'A bill or lease with their name and 745 E 6th St')
  await clerk.does('Print declaration')
  await paper.expectSlip(
    'Declaración para venta de garaje',
    'Íñigo Peña',
    'bajo pena de perjurio, conforme a las leyes del Estado de California',
    'En inglés',
    'under penalty of perjury under the laws of the State of California',
    /^Firma/,
  )
  await clerk.does('Signed before me')
  await clerk.does('Approve')
  await clerk.takesCash('20.00')
  await clerk.seesAmount('Change', '$15.00')
  await paper.expectSlip('Recibo 1', /Pagado por.*Íñigo Peña/, /Cambio.*\$15\.00/)
  await clerk.does('Hand over the permit')
  await paper.expectSlip('Permiso para venta de garaje', '745 E 6th St', /sábado, 12 de diciembre/)

  const page = await clerk.opensPrintPage()
  await expect(page.getByText('VENTA DE GARAJE', { exact: true })).toBeVisible()
  await expectOneLetterSheet(page)
  await page.close()
  await clerk.finishes()
})

test('a day that is not open says so when it is touched, and what to do', async ({ kiosk }) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Permiso para venta de garaje')
  await kiosk.write('¿Dónde será la venta?', '745 E 6th St')
  await kiosk.answer('¿Qué tipo de lugar es?', 'Una casa')
  await kiosk.answer('¿Es de usted o lo alquila?', 'Lo alquilo')
  await kiosk.answer('¿Para qué es la venta?', 'Mis propias cosas')
  await kiosk.touchDays('¿Qué días?', '12 de diciembre de 2026')
  const refusal = kiosk.page.getByText('Ese día no se puede elegir. Toque un día con recuadro.')
  await kiosk.page.getByRole('button', { name: '9 de diciembre de 2026', exact: true }).tap({ force: true })
  await expect(refusal).toBeInViewport()
  await kiosk.touchDays('¿Qué días?', '13 de diciembre de 2026')
  await expect(refusal).toBeHidden()
  await kiosk.goOn()
  await kiosk.isAsked('¿A qué hora empieza?')
})
