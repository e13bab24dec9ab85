import { Clerk } from '../src/actors/clerk.ts'
import { typesLikeAScanner } from '../src/actors/typing-scanner.ts'
import { aSale, takesTicket } from '../src/phone-ticket.ts'
import { deskScreen, expect, test } from '../src/story.ts'

test('a ticket is scanned at the window: its visit opens; the drawer is told until somebody closes it', async ({
  kiosk,
  clerk,
  paper,
}) => {
  await kiosk.chooseLanguage('English')
  await kiosk.choosesSomethingElse()
  const number = await kiosk.takesNumberAndPaper()
  const ticket = await paper.expectSlip(number)
  await clerk.seesInLine(number)

  await paper.uses('printer-window-2-scanner', 'scan', { text: ticket.qr[0] ?? '' })
  await paper.uses('printer-window-3-scanner', 'scan', { text: ticket.qr[0] ?? '' })
  const visit = clerk.page.getByRole('dialog')
  await expect(visit).toContainText(number)
  await clerk.page.keyboard.press('Escape')

  await clerk.page.keyboard.press('l')
  await clerk.presses('Open the drawer without a sale')
  await clerk.sees('Drawer open')
  await paper.closesDrawer('printer-window-3')
  await expect(clerk.page.getByText('Drawer open')).toBeHidden()
})

test('a drawer left open is told more strongly after a minute, until somebody closes it', async ({
  clerk,
  paper,
}) => {
  const { page } = clerk
  await page.keyboard.press('l')
  await clerk.presses('Open the drawer without a sale')
  await clerk.sees('Drawer open')
  const tooLong = page.getByRole('status').filter({ hasText: 'Close the drawer' })
  await expect(tooLong).toBeHidden()
  // the next fact sets the page's clock right again
  await expect(async () => {
    await page.clock.setFixedTime(Date.now() + 61_000)
    await expect(tooLong).toBeVisible({ timeout: 2_500 })
  }).toPass()
  await paper.closesDrawer('printer-window-3')
  await expect(tooLong).toBeHidden()
  await expect(page.getByText('Drawer open')).toBeHidden()
})

test('a scanner that types like a keyboard is searched, and no key of the desk is pressed by it', async ({
  clerk,
}) => {
  await typesLikeAScanner(clerk.page, 'NX-20417')
  await expect(clerk.page.getByRole('searchbox')).toHaveValue('NX-20417')
})

test('a code is no amount: what a scanner types where money is asked for pays nothing and presses no key', async ({
  clerk,
  newPage,
}) => {
  const { page } = clerk
  await takesTicket(page, [aSale()])
  await clerk.callsNext('Y001')
  await clerk.does('Start')
  await clerk.seesPapers('A photo ID', 'A bill or lease')
  for (const step of ['Print', 'Signed', 'Approve']) await clerk.does(step)
  await clerk.seesAmount('To pay', '$5.00')
  const cash = page.getByRole('textbox', { name: 'Cash given' })
  for (const code of ['20417', 'BH-20417']) {
    await cash.click()
    await typesLikeAScanner(page, code)
    await expect(page.getByRole('searchbox')).toHaveValue(code)
    await clerk.presses('Close')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(cash).toHaveValue('')
    await clerk.isNext('Take')
  }
  await cash.click()
  await clerk.types('h')
  await expect(page.getByRole('dialog', { name: 'Put on hold' })).toBeVisible()

  const other = new Clerk(await newPage(deskScreen))
  await other.page.goto('/staff')
  await other.signsIn('miguel')
  await other.presses(/^2 Window 2/)
  await expect(other.page.getByLabel('Cash in the drawer now')).toBeFocused()
  await expect(other.page.getByRole('button', { name: 'Open my till' })).toBeEnabled()
  await typesLikeAScanner(other.page, '20417')
  await other.presses('Open my till with $200.00')
})

const license = ['@', '', 'ANSI 636014080002DL00410288', 'DCSWHITFIELD', 'DACDANA', 'DAU']

test('a license that a typing scanner sends line by line leaves nothing at the desk, and sends no field away', async ({
  clerk,
}) => {
  const { page } = clerk
  await typesLikeAScanner(page, ...license)
  await expect(page.getByRole('searchbox')).toBeHidden()
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox')
  const found = page.getByRole('listitem').filter({ hasText: 'Biscuit' })
  await search.fill('20417')
  await typesLikeAScanner(page, ...license)
  await expect(search).toHaveValue('20417')
  await expect(found).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(found).toBeVisible()
})

test('the whole kiosk answers to the keypad that the device agent reads', async ({ kiosk, paper }) => {
  const keypad = (action: string) => paper.uses('printer-kiosk-keypad', 'press', { action })
  // what hears keys comes with the second page
  await kiosk.chooseLanguage('English')
  await kiosk.sees('What are you here for?')
  await kiosk.goBack()
  await kiosk.hearsTheOffice()
  const language = kiosk.page.getByRole('button', { name: 'Toque para empezar' })
  await expect(language).toBeVisible()
  const focused = () => kiosk.page.evaluate(() => document.activeElement?.textContent)
  const isFound = () => language.evaluate((button) => button === document.activeElement)
  for (let presses = 0; presses < 12 && !(await isFound()); presses++) {
    const before = await focused()
    await keypad('down')
    await expect.poll(focused).not.toBe(before)
  }
  await expect(language).toBeFocused()
  await keypad('select')
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'es')
})

test('at the kiosk a tag is scanned where its number is asked for, by the agent’s scanner or one that types; elsewhere a scan presses nothing', async ({
  kiosk,
  paper,
}) => {
  const { page } = kiosk
  await kiosk.chooseLanguage('English')
  await kiosk.chooseService('Pet tag')
  await kiosk.isAsked('What do you need?')
  const first = page.getByRole('button', { name: 'Renew the license' })
  await first.focus()
  await typesLikeAScanner(page, '2026 0001')
  await expect(first).toHaveAttribute('aria-pressed', 'false')
  await kiosk.answer('What do you need?', 'Renew the license')
  await kiosk.answer('Do you know the tag number?', 'Yes')
  await kiosk.isAsked('What is the tag number?')
  const field = page.getByRole('textbox')
  await paper.uses('printer-kiosk-scanner', 'scan', { text: '30001' })
  await expect(field).toHaveValue('30001')
  await page.getByRole('button', { name: 'Back' }).focus()
  await paper.uses('printer-kiosk-scanner', 'scan', { text: '30002' })
  await expect(field, 'wherever the focus is').toHaveValue('30002')
  await page.getByRole('button', { name: 'Back' }).focus()
  await typesLikeAScanner(page, '30001')
  await expect(field).toHaveValue('30001')
  await field.focus()
  await page.keyboard.type('99', { delay: 80 })
  await typesLikeAScanner(page, ';4111111111111111=2812101?')
  await expect(field, 'a bank card is no answer').toHaveValue('3000199')
  await typesLikeAScanner(page, '20417')
  await expect(field).toHaveValue('20417')
  await typesLikeAScanner(page, ...license)
  await expect(field, 'a license is no answer').toHaveValue('20417')
  await kiosk.isAsked('What is the tag number?')
  await page.keyboard.press('Enter')
  await kiosk.isAsked('Is Biscuit spayed or neutered?')
})

test('a keypad that reaches the page and the agent acts once', async ({ kiosk, paper }) => {
  const { page } = kiosk
  const told: (() => void)[] = []
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((said) => {
      if (String(said).includes('["input",')) told.push(() => socket.send(said))
      else socket.send(said)
    })
  })
  // sockets go through here from the next page on
  await kiosk.open()
  await kiosk.hearsTheOffice()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? null)
  const agentTells = async (): Promise<() => void> => {
    const before = told.length
    await paper.uses('printer-kiosk-keypad', 'press', { action: 'down' })
    await expect.poll(() => told.length).toBe(before + 1)
    return told[before] ?? (() => {})
  }
  const stops: (string | null)[] = []
  for (let press = 0; press < 3; press += 1) {
    // kept back, for a press that is told too long after its key is another one
    const tells = await agentTells()
    const before = await focused()
    // what hears keys is fetched after the first screen
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown')
        return focused()
      })
      .not.toBe(before)
    tells()
    stops.push(await focused())
    // the page has had its turn
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await focused()).toBe(stops.at(-1))
  }
  expect(new Set(stops).size).toBe(3)
  const tells = await agentTells()
  tells()
  await expect.poll(focused).not.toBe(stops.at(-1))
})

test('a keypad with keys of its own is learned on a page, and works the kiosk from then on', async ({
  kiosk,
}) => {
  const { page } = kiosk
  await page.goto('/kiosk/keys')
  const status = page.getByRole('status')
  await expect(status).toContainText('Press Up')
  await page.keyboard.press('PageUp')
  await expect(status).toContainText('Press Down')
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('alert')).toContainText('This key is Up already')
  await page.keyboard.press('PageDown')
  for (const missing of ['Left', 'Right']) {
    await expect(status).toContainText(`Press ${missing}`)
    await page.getByRole('button', { name: 'It has no such key' }).dispatchEvent('click')
  }
  await expect(status).toContainText('Press Select')
  await page.keyboard.press('Insert')
  for (const missing of ['Back', 'Help', 'Volume', 'Headphones in', 'Headphones out']) {
    await expect(status).toContainText(`Press ${missing}`)
    await page.getByRole('button', { name: 'It has no such key' }).dispatchEvent('click')
  }
  await page.keyboard.press('Insert')
  await expect(status).toContainText('This is Select')
  await expect(page.locator('main')).toContainText('"keys": {"up":75,"down":78,"select":73}')
  await page.getByRole('button', { name: 'Keep them' }).tap()

  await kiosk.isFree()
  const language = page.getByRole('button', { name: 'Toque para empezar' })
  await expect
    .poll(async () => {
      await page.keyboard.press('PageDown')
      return language.evaluate((button) => button === document.activeElement)
    })
    .toBe(true)
  await page.keyboard.press('Insert')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
})

test('a card that the agent’s scanner reads goes where its number is asked for, a bank’s nowhere; a ticket opens its visit there too', async ({
  clerk,
  paper,
}) => {
  const { page } = clerk
  const scans = (text: string) => paper.uses('printer-window-3-scanner', 'scan', { text })
  const number = await clerk.makesTicket({
    where: 'At the counter',
    language: 'English',
    service: 'Bus pass',
    answers: { 'Which pass?': 'Day pass', 'Who will ride?': 'Regular', 'How many passes?': 2 },
  })
  const ticket = await paper.expectSlip(number)
  await clerk.callsNext(number)
  await clerk.does('Start')
  await clerk.does('Approve')
  await clerk.takesCash('6.50')
  const [first, second] = [1, 2].map((each) => page.getByRole('textbox', { name: `Card number ${each}` }))
  if (!first || !second) throw new Error('two cards are handed over')
  await expect(first).toBeFocused()
  await scans(ticket.qr[0] ?? '')
  await expect(page.getByRole('dialog')).toContainText(number)
  await clerk.presses('Close')
  await expect(first).toBeFocused()
  await scans(';4111111111111111=2812101?')
  await scans('8200001')
  await expect(first).toHaveValue('8200001')
  await expect(second).toBeFocused()
  await second.blur()
  await scans('8200002')
  await expect(second, 'wherever the focus is').toHaveValue('8200002')
  await expect(page.getByRole('dialog')).toBeHidden()

  await clerk.does('Hand over the 2 passes')
  await clerk.isNext('Finish')
  await clerk.types('n')
  await clerk.presses('Pet tag')
  await clerk.changesAnswer('What do you need?', 'Renew the license')
  await clerk.changesAnswer('Do you know the tag number?', 'Yes')
  const tag = page.getByRole('textbox', { name: 'What is the tag number?' })
  await tag.focus()
  await scans('20417')
  await expect(tag).toHaveValue('20417')
})
