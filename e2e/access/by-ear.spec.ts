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
