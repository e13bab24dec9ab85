import { Kiosk } from '../src/actors/kiosk.ts'
import { kioskScreen, test } from '../src/story.ts'

test('someone walks away: the kiosk asks, counts down, and forgets everything', async ({ newPage }) => {
  const kiosk = new Kiosk(await newPage(kioskScreen))
  await kiosk.page.clock.install()
  await kiosk.open()
  await kiosk.chooseLanguage('Español')
  await kiosk.chooseService('Permiso para venta de garaje')
  await kiosk.write('¿Dónde será la venta?', '745 E 6th St')
  await kiosk.isAsked('¿Qué tipo de lugar es?')

  await kiosk.page.clock.fastForward('01:05')
  await kiosk.sees('¿Sigue usted ahí?')
  await kiosk.touch('Sigo aquí')
  await kiosk.isAsked('¿Qué tipo de lugar es?')

  await kiosk.page.clock.fastForward('01:05')
  await kiosk.sees('¿Sigue usted ahí?')
  await kiosk.page.clock.fastForward('00:31')
  await kiosk.isFree()

  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Yard sale permit')
  await kiosk.isAsked('Where is the yard sale?')
  await kiosk.hasNothingWritten()
})
