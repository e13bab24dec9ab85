import { Ear, listen } from '../src/access/ear.ts'
import { expect, test } from '../src/access/lobby.ts'

test('[14] what a person types is said, and its sound is kept by nobody', async ({ open }) => {
  const ear = new Ear()
  const page = await open(undefined, ear.prepare)
  await listen(page)
  await ear.selects('Touch to start')
  await ear.hears('What are you here for?')
  await ear.selects('Yard sale permit')
  await ear.hears('Where is the yard sale?')
  await page.keyboard.type('550 E 6th St')
  await page.waitForTimeout(500)
  await ear.press('ArrowUp')
  await ear.press('ArrowDown')
  await page.getByRole('textbox').focus()
  await ear.hears('550 E 6th St')
  expect(ear.kept).toContain('Where is the yard sale?')
  expect(ear.kept.filter((text) => text.includes('550'))).toEqual([])
})

test('[3] the key that says a page again is named when it is reached, and then says the page', async ({
  open,
}) => {
  const ear = new Ear()
  const page = await open(undefined, ear.prepare)
  await listen(page)
  await ear.selects('Touch to start')
  await ear.hears('What are you here for?')
  await ear.selects('Again')
  await ear.hears('What are you here for?')
})

test('[9] the same mistake is told as often as it is made', async ({ open }) => {
  const ear = new Ear()
  const page = await open(undefined, ear.prepare)
  await listen(page)
  await ear.selects('Touch to start')
  await ear.hears('What are you here for?')
  await ear.selects('Pet tag')
  await ear.hears('What do you need?')
  for (let times = 0; times < 2; times += 1) {
    await ear.selects('Next')
    await ear.hears(/^Nothing is chosen yet/)
  }
})

interface Asked {
  hears: string
  /** chosen one after the other */
  selects?: readonly string[]
  writes?: string
  /** what leads on */
  next?: string
}

const errands: Record<string, readonly Asked[]> = {
  'Yard sale permit': [
    { hears: 'Where is the yard sale?', writes: '5 Elm' },
    { hears: 'What kind of place is it?', selects: ['A house'] },
    { hears: 'Do you own it or rent it?', selects: ['I own it'] },
    { hears: 'What is the sale for?', selects: ['My own things'] },
    { hears: 'On which days?', selects: ['Next month', 'December 5, 2026'] },
    { hears: 'When does it start?', selects: ['8 am'] },
    { hears: 'When does it end?', selects: ['3 pm'] },
    { hears: 'What is your name?', writes: 'Lee' },
    { hears: 'What is your phone number?', writes: '9512222222' },
    { hears: 'What it costs' },
    { hears: 'A photo ID', next: 'I have these' },
  ],
  'Pet tag': [
    { hears: 'What do you need?', selects: ['Renew the license'] },
    { hears: 'Do you know the tag number?', selects: ['Yes'] },
    { hears: 'What is the tag number?', writes: '20417' },
    { hears: 'Is Biscuit spayed or neutered?', selects: ['Yes'] },
    { hears: 'Has Biscuit had a rabies shot since the last license?', selects: ['Yes'] },
    { hears: 'Until when is the shot good?', selects: ['Next year', 'Next year', 'November 20, 2028'] },
    { hears: 'Do you want an assistance dog tag?', selects: ['No'] },
    { hears: 'For how long?', selects: ['1 year'] },
    { hears: 'What it costs' },
    { hears: 'Have this ready', next: 'I have these' },
  ],
  'Bus pass': [
    { hears: 'Which pass?', selects: ['Day pass'] },
    { hears: 'Who will ride?', selects: ['Senior'] },
    { hears: 'How many passes?', selects: ['One more'] },
    { hears: 'What it costs' },
    { hears: 'Have this ready', next: 'I have these' },
  ],
}

for (const [service, answers] of Object.entries(errands))
  test(`[1] [2] [9] with closed eyes: a ${service.toLowerCase()}, from the first word to the number`, async ({
    open,
  }) => {
    test.slow()
    const ear = new Ear()
    const page = await open(undefined, ear.prepare)
    await listen(page)
    await ear.selects('Touch to start')
    await ear.hears('What are you here for?')
    await ear.selects(service)
    for (const { hears, selects = [], writes = '', next = 'Next' } of answers) {
      await ear.hears(hears)
      for (const name of selects) await ear.selects(name)
      await ear.writes(writes)
      await ear.selects(next)
    }
    await ear.hears('Check your answers')
    await ear.selects('Get my ticket')
    await ear.hears('Your number')
    const number = (await page.locator('h1 .number').textContent()) ?? ''
    await ear.hears(number)
    await ear.hears('Take your ticket below')
  })
