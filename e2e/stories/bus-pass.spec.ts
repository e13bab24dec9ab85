import { test } from '../src/story.ts'

test('two senior passes for next month, against the proof, by card', async ({
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Bus pass')
  await kiosk.answer('Which pass?', 'Monthly pass')
  await kiosk.answer('For which month?', 'Next month Good until December 31, 2026')
  await kiosk.answer('Who will ride?', 'Senior 60 or older $20.00')
  await kiosk.chooseHowMany('How many passes?', 2)
  await kiosk.sees('What it costs')
  await kiosk.isTold('Monthly pass until December 31, 2026: 2 at $20.00')
  await kiosk.isTold('$40.00')
  await kiosk.goOn()
  await kiosk.sees('Have this ready')
  await kiosk.isTold('The rider’s ID that shows they are 60 or older')
  await kiosk.hasThePapers()
  await kiosk.sees('Check your answers')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(number, 'Bus pass', '$40.00: cash, card or check')

  await clerk.callsNext(number)
  await display.shows(number, 'Window 3')
  await clerk.does('Start')
  await clerk.seesPapers('The rider’s ID that shows they are 60 or older')
  await clerk.does('Approve')
  await clerk.takesCard('40.00', 'T-88213', '4242')
  await paper.expectSlip(
    'Receipt 1',
    'Monthly pass until December 31, 2026: 2 at $20.00',
    /Card ending 4242.*\$40\.00/,
  )
  await clerk.handsOver('Hand over the 2 passes', { 'Card number 1': '7001442', 'Card number 2': '7001443' })
  await paper.expectSlip('Monthly pass', /Good from.*Dec.*1, 2026/, /Card.*7001442/, /Card.*7001443/)
  await clerk.finishes()
})

test('un pase mensual gratis para un veterano: recibo de $0 y número de tarjeta', async ({
  kiosk,
  clerk,
  display,
  paper,
}) => {
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Pase de autobús')
  await kiosk.answer('¿Qué pase quiere?', 'Pase mensual')
  await kiosk.answer('¿Para qué mes?', 'El próximo mes')
  await kiosk.answer('¿Quién va a viajar?', 'Veterano o veterana $0.00')
  await kiosk.isTold('Este pase es gratis hasta el 30 de junio de 2027.')
  await kiosk.chooseHowMany('¿Cuántos pases?', 1)
  await kiosk.sees('Cuánto cuesta')
  await kiosk.isTold('No tiene costo.')
  await kiosk.goOn()
  await kiosk.sees('Tenga esto a la mano')
  await kiosk.hasThePapers()
  await kiosk.sees('Revise sus respuestas')
  await kiosk.takeTicket()
  const number = await kiosk.takesNumberAndPaper()
  await paper.expectSlip(number, 'Pase de autobús')

  await clerk.callsNext(number)
  await display.shows(number, 'Ventanilla 3')
  await clerk.does('Start')
  await clerk.seesPapers('The rider’s veteran ID or DD-214')
  await clerk.does('Approve')
  await clerk.seesAmount('To pay', '$0.00')
  await clerk.does('Give a $0 receipt')
  await paper.expectSlip('Recibo 1', /Total.*\$0\.00/)
  await clerk.handsOver('Hand over the pass', { 'Card number': '7001501' })
  await paper.expectSlip('Pase mensual', /Tarjeta.*7001501/)
  await clerk.finishes()
})
