import { expect, test } from '../src/story.ts'

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

test('a scanner that types like a keyboard is searched, and no key of the desk is pressed by it', async ({
  clerk,
}) => {
  await clerk.page.keyboard.type('NX-20417')
  await clerk.page.keyboard.press('Enter')
  await expect(clerk.page.getByRole('searchbox')).toHaveValue('NX-20417')
})

test('the whole kiosk answers to the keypad that the device agent reads', async ({ kiosk, paper }) => {
  const keypad = (action: string) => paper.uses('printer-kiosk-keypad', 'press', { action })
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
