import { expect } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { answersForBiscuit } from '../src/biscuit.ts'
import { Kiosk } from '../src/actors/kiosk.ts'
import { Phone } from '../src/actors/phone.ts'
import { lookAt, pictureFile } from '../src/look-at.ts'
import { screenWords } from '../src/screen-words.ts'
import { deskScreen, phoneScreen, test } from '../src/story.ts'

/** As where the server can speak, whether it can here or not. */
const hearsVoices = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.page.route('**/api/voices', (route) => route.fulfill({ json: ['en', 'es'] }))
  await kiosk.open()
}

for (const language of ['en', 'es'] as const)
  test(`the kiosk, screen by screen, ${language} @screenshots`, async ({ clerk, kiosk, paper }) => {
    const words = screenWords[language]
    await hearsVoices(kiosk)
    const look = (screen: string) => lookAt(kiosk.page, `kiosk-${screen}-${language}`)
    for (const service of ['Bus pass', 'Something else', 'Pet tag'])
      await clerk.makesTicket({ where: 'At the counter', language: 'English', service, answers: {} })
    await kiosk.isTold('3 people are waiting')

    await look('attract')
    await kiosk.chooseLanguage(words.language)
    await look('services')
    await kiosk.chooseService(words.petTag)
    await kiosk.answer(...words.purpose)
    await kiosk.choose(...words.hasTag)
    await look('yes-no')
    await kiosk.goOn()
    await kiosk.isAsked(words.tag)
    await look('digits')
    await kiosk.enterDigits(words.tag, '20417')
    await kiosk.answer(...words.altered)
    await kiosk.answer(...words.newShot)
    await kiosk.isAsked(words.shotUntil[0])
    await kiosk.touch(words.nextYear)
    await kiosk.touch(words.nextYear)
    await kiosk.pickDays(...words.shotUntil)
    await kiosk.answer(...words.assistance)
    await kiosk.choose(...words.term)
    await look('question')
    await kiosk.goOn()
    await kiosk.sees(words.costs)
    await look('costs')
    await kiosk.goOn()
    await kiosk.sees(words.bring)
    await look('bring')
    await kiosk.missesPapers()
    await kiosk.sees(words.missing)
    await look('missing-papers')
    await kiosk.goBack()
    await kiosk.hasThePapers()
    await kiosk.sees(words.check)
    await look('check')
    await kiosk.takeTicket()
    const number = await kiosk.takesNumberAndPaper()
    await look('ticket')
    const ticket = await paper.expectSlip(number, words.ticket)
    await writeFile(pictureFile(`paper-ticket-${language}`), await paper.picture(ticket))
    await kiosk.leave()

    await kiosk.chooseLanguage(words.language)
    await kiosk.chooseService(words.yardSale)
    await kiosk.type(words.address, '1248 Pa')
    await look('keyboard')
    await kiosk.touch('Palm Ave')
    await kiosk.goOn()
    await kiosk.answer(...words.place)
    await kiosk.answer(...words.occupancy)
    await kiosk.answer(...words.exemption)
    await kiosk.touchDays(...words.days)
    await look('date')
    await kiosk.goOn()
    await kiosk.sees(words.turnedAway)
    await look('turn-away')
    await paper.setCondition('printer-kiosk', 'paper-out')
    await kiosk.talksToClerkAnyway()
    await kiosk.writesDownNumber()
    await look('ticket-without-paper')
  })

test('the kiosk on a screen that lies on its side @screenshots', async ({ clerk, newPage }) => {
  const kiosk = new Kiosk(await newPage({ viewport: { width: 1920, height: 1080 }, hasTouch: true }))
  const words = screenWords.en
  await clerk.isLive()
  await hearsVoices(kiosk)
  await kiosk.isTold('No one is waiting')
  await expect(kiosk.page.getByRole('button', { name: 'Listen' })).toBeVisible()
  await lookAt(kiosk.page, 'kiosk-landscape-attract')
  const isWhole = ({ scrollHeight, clientHeight }: HTMLElement): boolean => scrollHeight <= clientHeight
  expect(await kiosk.page.locator('html').evaluate(isWhole), 'all of it is in sight').toBe(true)
  await kiosk.chooseLanguage(words.language)
  await lookAt(kiosk.page, 'kiosk-landscape-services')
  await kiosk.chooseService(words.yardSale)
  await kiosk.type(words.address, '1248 Pa')
  await lookAt(kiosk.page, 'kiosk-landscape-keyboard')
  await kiosk.touch('Palm Ave')
  await kiosk.goOn()
  await kiosk.answer(...words.place)
  await kiosk.answer(...words.occupancy)
  await kiosk.answer(...words.exemption)
  await kiosk.touchDays(...words.days)
  await lookAt(kiosk.page, 'kiosk-landscape-date')
  await kiosk.goOn()
  await kiosk.sees(words.turnedAway)
  await lookAt(kiosk.page, 'kiosk-landscape-turn-away')
  await kiosk.talksToClerkAnyway()
  await kiosk.takesNumberAndPaper()
  await lookAt(kiosk.page, 'kiosk-landscape-ticket')
})

test('the console, the wall, the phone and the paper @screenshots', async ({
  city,
  kiosk,
  clerk,
  secondClerk,
  display,
  paper,
  newPage,
}) => {
  const signIn = await newPage(deskScreen)
  await signIn.goto('/staff')
  await signIn.getByRole('button', { name: 'Sign in' }).waitFor()
  await lookAt(signIn, 'console-sign-in')
  await lookAt(display.page, 'display-quiet')

  const takesPass = async (count: number) =>
    clerk.makesTicket({
      where: 'At the counter',
      language: 'English',
      service: 'Bus pass',
      answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': count },
    })
  const takesPlain = async (language: 'English' | 'Español') =>
    clerk.makesTicket({ where: 'At the counter', language, service: 'Something else', answers: {} })

  const first = await takesPass(1)
  await city.timePasses(3)
  await clerk.isLive()
  const second = await takesPlain('Español')
  await city.timePasses(4)
  await answersForBiscuit(kiosk)
  await kiosk.takeTicket()
  const biscuit = await kiosk.takesNumberAndPaper()
  await kiosk.leave()
  await city.timePasses(2)
  await clerk.isLive()
  await takesPass(2)
  await takesPlain('English')
  await secondClerk.isLive()
  await secondClerk.callsNext(first)
  await clerk.callsNext(second)
  await clerk.does('Start')
  await clerk.finishes()
  await city.timePasses(3)
  await clerk.isLive()
  await lookAt(clerk.page, 'console-line')

  const last = await takesPlain('English')
  const ticket = await paper.expectSlip(last, 'Follow the line on your phone')
  const phone = new Phone(await newPage(phoneScreen))
  await phone.scans(ticket.qr[0] ?? 'no code on the ticket')
  await phone.shows(last, 'Not yet.')
  await lookAt(phone.page, 'phone')

  await clerk.callsNext(biscuit)
  await display.shows(biscuit, 'Window 3')
  await lookAt(display.page, 'display')
  await clerk.does('Start')
  await clerk.isNext('Approve')
  await lookAt(clerk.page, 'console-review')
  await clerk.presses('Correct')
  await clerk.sees('Correct the answers')
  await lookAt(clerk.page, 'console-correct')
  await clerk.presses('Keep them as they are')
  await clerk.does('Approve')
  await clerk.fills('Cash given', '40.00')
  await lookAt(clerk.page, 'console-payment')
  await clerk.does('Take $40.00')
  const receipt = await paper.expectSlip('Receipt 1')
  await writeFile(pictureFile('paper-receipt'), await paper.picture(receipt))
  await clerk.does('Renew the tag')
  const slip = await paper.expectSlip('Dog license', 'Tag 20417')
  await writeFile(pictureFile('paper-permit'), await paper.picture(slip))
  await clerk.finishes()

  await clerk.presses(/^(Printer|Paper) /)
  await lookAt(clerk.page, 'console-papers')
  await clerk.presses('Close')
  await clerk.presses('New ticket')
  await clerk.presses('Yard sale permit')
  await lookAt(clerk.page, 'console-new-ticket')
  await clerk.presses('Close')
  await clerk.presses(/^Till open/)
  await clerk.presses('Count without the drawer')
  await clerk.fills('Or the whole sum', '225.00')
  await lookAt(clerk.page, 'console-till')
})
