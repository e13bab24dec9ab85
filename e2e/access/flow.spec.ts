import type { Locator, Page } from '@playwright/test'
import { speak } from '../src/access/help.ts'
import { expect, sizes, test } from '../src/access/lobby.ts'
import { isAlive } from '../src/alive.ts'
import { languageCount, Walker } from '../src/access/walk.ts'

const entered = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll('main button.row')].map((row) => String(row.ariaPressed)),
    ...[...document.querySelectorAll('main .week button')].map((day) => String(day.ariaPressed)),
    ...[...document.querySelectorAll('main input')].map((field) => (field as HTMLInputElement).value),
  ])

test('[24] [25] another language on every page: the answers stay, and the page says what it speaks', async ({
  open,
}) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  const spoken = ['en', 'es', 'zh-Hans', 'tl', 'vi']
  let turn = 0
  await walker.toTicket(async () => {
    const before = await entered(page)
    const heading = await page.locator('h1').textContent()
    turn = (turn + 1) % languageCount
    await speak(page, turn)
    await expect(page.locator('html')).toHaveAttribute('lang', spoken[turn] ?? '')
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
    expect.soft(await entered(page), heading ?? '').toEqual(before)
  })
})

test('[25] words of another language than the page’s say so', async ({ open }) => {
  const page = await open()
  const marked = await page
    .locator('.languages button')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).lang))
  expect(marked).toEqual(['en', 'es', 'zh-Hans', 'tl', 'vi'])
  for (const name of await page.locator('.names').all())
    expect(await name.locator('[lang="es"]').count()).toBe(1)
})

test('[26] a page asks one thing', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  await walker.toTicket(async () => {
    expect.soft(await page.locator('h1').count()).toBe(1)
    const asked = page.locator('main :is(.rows, .stepper, .calendar, input)')
    expect.soft(await asked.count()).toBeLessThanOrEqual(1)
  })
})

test('[27] a missing answer is told at the top, takes the focus, and leads to the field', async ({
  open,
}) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  for (const field of ['input', 'button.row']) {
    await page.keyboard.press('Tab')
    await page.locator('.actions button').last().press('Enter')
    const problem = page.getByRole('alert')
    await expect(problem).toBeFocused()
    await expect(problem).toHaveAccessibleName('Check this one thing')
    await problem.getByRole('button').tap()
    await expect(page.locator(`main ${field}`).first()).toBeFocused()
    await walker.answer()
    await walker.goOn()
  }
})

test('[28] one answer is changed from the list, and the others stay', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  const list = page.locator('.line')
  for (let pages = 0; pages < 20 && (await list.count()) === 0; pages += 1) {
    await walker.answer()
    await walker.goOn()
  }
  const read = () => page.locator('.line dd:not(.way)').allTextContents()
  const before = await read()
  const changed = before.findIndex((text, line) => line > 0 && /12 elm/i.test(text))
  await list.nth(changed).getByRole('button').tap()
  await page.getByRole('textbox').fill('Ana Ruiz')
  await walker.goOn()
  await expect(list).toHaveCount(before.length)
  expect(await read()).toEqual(before.map((text, line) => (line === changed ? 'Ana Ruiz' : text)))
})

test('[29] a second service asks for nothing again that the first one was told', async ({ open }) => {
  const page = await open()
  const walker = new Walker(page)
  await walker.enter(0)
  const add = page.getByRole('button', { name: 'Add another service' })
  for (let pages = 0; pages < 20 && (await add.count()) === 0; pages += 1) {
    await walker.answer()
    await walker.goOn()
  }
  await add.tap()
  await walker.choose(0)
  await page.getByRole('button', { name: 'Renew the license' }).tap()
  await walker.goOn()
  await page.getByRole('button', { name: 'No', exact: true }).tap()
  await walker.goOn()
  await page.getByRole('textbox').fill('Rex')
  await walker.goOn()
  await expect(page.locator('h1')).toHaveText('What is your name?')
  await expect(page.getByRole('textbox')).toHaveValue(/12 elm/i)
  await walker.goOn()
  await expect(page.getByRole('textbox')).toHaveValue('(951) 555-0142')
})

const servicesTitles = [
  'What are you here for?',
  '¿Qué trámite viene a hacer?',
  '您今天来办什么？',
  'Ano ang sadya ninyo?',
  'Quý vị đến làm việc gì?',
]

/** Two taps 90 ms apart by the screen's own clock, however busy the machine is that tests. */
const twice = async (page: Page, what: Locator): Promise<void> => {
  await expect(what).toBeVisible()
  const box = await what.boundingBox()
  if (!box) throw new Error('it has gone')
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  const session = await page.context().newCDPSession(page)
  const beganAt = Date.now() / 1000
  for (const after of [0, 0.09]) {
    const timestamp = beganAt + after
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp })
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchEnd',
      touchPoints: [],
      timestamp: timestamp + 0.03,
    })
  }
  await session.detach()
}

for (const [side, size] of Object.entries(sizes))
  test(`a hand that taps twice begins, and chooses nothing that comes in its place: ${side}`, async ({
    open,
  }) => {
    const page = await open(size)
    for (let language = 0; language < languageCount; language += 1) {
      await page.waitForLoadState('networkidle')
      await twice(page, page.locator('.languages button').nth(language))
      await page.waitForTimeout(700)
      await expect(page.locator('h1')).toHaveText(servicesTitles[language] ?? '')
      await page.reload()
      await isAlive(page)
    }
  })

test('a hand that taps twice on a key writes twice, and switches nothing back', async ({ open }) => {
  const page = await open()
  await twice(page, page.getByRole('button', { name: 'High contrast' }))
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high')
  await new Walker(page).enter(0)
  await twice(page, page.locator('[data-grid] button').filter({ hasText: /^\s*7\s*$/ }))
  await expect(page.getByRole('textbox')).toHaveValue('77')
})
