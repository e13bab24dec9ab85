import { englishGrade } from '@lobbyline/server/test/reading-grade'
import { expect, test } from '../src/access/lobby.ts'
import { Walker } from '../src/access/walk.ts'

test('[30] what the pages of each service say reads at grade 8 at most', async ({ open }) => {
  for (const service of [0, 1, 2]) {
    const page = await open()
    const walker = new Walker(page)
    const sentences = new Set<string>()
    await walker.enter(service)
    await walker.toTicket(async () => {
      for (const text of await page.locator('h1, p, li').allInnerTexts())
        if (/[.?]$/.test(text.trim())) sentences.add(text.trim())
    })
    expect(englishGrade([...sentences])).toBeLessThanOrEqual(8)
  }
})
