import type { Page } from '@playwright/test'
import { ContactSheet } from '../src/contact-sheet.ts'
import { enlarge, highContrast, lowButtons, speak } from '../src/access/help.ts'
import { sizes, test } from '../src/access/lobby.ts'
import { toKeyScreens, toOtherScreens } from '../src/access/other-screens.ts'
import { toSideScreens } from '../src/access/side-screens.ts'
import { languageCount, services, Walker } from '../src/access/walk.ts'
import { test as story } from '../src/story.ts'

// Every screen at a glance, for people who look: made with `npm run screenshots`, and not in every run.
test.skip(process.env['SCREENSHOTS'] !== '1', 'only when pictures are asked for')
test.slow()

const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang)

for (const theme of ['usual', 'high-contrast'] as const)
  for (const [position, service] of services.entries())
    test(`a ${service} in each language, ${theme} @screenshots`, async ({ open }) => {
      const page = await open()
      if (theme === 'high-contrast') await highContrast(page)
      const sheet = new ContactSheet()
      const walker = new Walker(page)
      await walker.begin()
      let row = 0
      const inEachLanguage = async (): Promise<void> => {
        row += 1
        for (let language = 0; language < languageCount; language += 1) {
          await speak(page, language)
          await sheet.add(page, { row: String(row), column: await languageOf(page) })
        }
      }
      await inEachLanguage()
      await walker.choose(position)
      await walker.toTicket(async () => {
        if (await walker.isAnswered()) await inEachLanguage()
      })
      await sheet.save(page, `sheet-${service.replaceAll(' ', '-')}-${theme}`)
    })

const manners: Record<string, (page: Page) => Promise<void>> = {
  usual: async () => {},
  'large-text': enlarge,
  'low-buttons': lowButtons,
}

for (const [manner, prepare] of Object.entries(manners))
  test(`a yard sale permit in Spanish on each screen, ${manner} @screenshots`, async ({ open }) => {
    const page = await open()
    await prepare(page)
    const sheet = new ContactSheet()
    let row = 0
    const onEachScreen = async (): Promise<void> => {
      row += 1
      for (const [column, size] of Object.entries(sizes)) {
        await page.setViewportSize(size)
        await sheet.add(page, { row: String(row), column })
      }
      await page.setViewportSize(sizes.upright)
    }
    await onEachScreen()
    const walker = new Walker(page)
    await walker.begin(1)
    await onEachScreen()
    await walker.choose(0)
    await walker.toTicket(async () => {
      if (await walker.isAnswered()) await onEachScreen()
    })
    await sheet.save(page, `sheet-screens-${manner}`)
  })

test('what stands beside the straight way, in each language @screenshots', async ({ open }) => {
  const page = await open()
  const sheet = new ContactSheet()
  await toSideScreens(new Walker(page), async (what) =>
    sheet.add(page, { row: what, column: await languageOf(page) }),
  )
  await sheet.save(page, 'sheet-beside')
})

story(
  'the other ways in, and what is not as usual, in each language @screenshots',
  async ({ city, paper, newPage, kiosk: { page } }) => {
    const sheet = new ContactSheet()
    const look = async (what: string): Promise<void> =>
      sheet.add(page, { row: what, column: `${what} · ${await languageOf(page)}` })
    await toOtherScreens({ city, paper, newPage }, { page, look })
    await toKeyScreens({ page, look })
    await sheet.save(page, 'sheet-other')
  },
)
