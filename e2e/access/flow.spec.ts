import type { Page } from '@playwright/test'
import { speak } from '../src/access/help.ts'
import { expect, test } from '../src/access/lobby.ts'
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
