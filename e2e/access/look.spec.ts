import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, sizes, test } from '../src/access/lobby.ts'
import { highContrast, lowButtons, speak } from '../src/access/help.ts'
import { toKeyScreens, toOtherScreens } from '../src/access/other-screens.ts'
import { toSideScreens } from '../src/access/side-screens.ts'
import { languageCount, services, Walker } from '../src/access/walk.ts'
import { test as story } from '../src/story.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Every page of a service, the first screen included. */
const everyPage = async (page: Page, look: () => Promise<void>): Promise<void> => {
  const walker = new Walker(page)
  await look()
  await walker.begin()
  await look()
  await walker.choose(0)
  await walker.toTicket(look)
}

const violationsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)
}

for (const theme of ['usual', 'high'] as const) {
  const isOpen = async (page: Page, what: string): Promise<void> =>
    expect.soft(await violationsOn(page), what).toEqual([])

  for (const [position, service] of services.entries())
    test(`[21] nothing keeps people out of a ${service}, in any language: ${theme} contrast`, async ({
      open,
    }) => {
      test.slow()
      const page = await open()
      if (theme === 'high') await highContrast(page)
      await isOpen(page, 'the first screen')
      const walker = new Walker(page)
      await walker.enter(position)
      await walker.toTicket(async () => {
        if (!(await walker.isAnswered())) return
        for (let language = 0; language < languageCount; language += 1) {
          await speak(page, language)
          await isOpen(page, (await page.locator('h1').textContent()) ?? '')
        }
      })
    })

  test(`[21] nothing keeps people out beside the straight way, in any language: ${theme} contrast`, async ({
    open,
  }) => {
    test.slow()
    const page = await open()
    if (theme === 'high') await highContrast(page)
    await toSideScreens(new Walker(page), (what) => isOpen(page, what))
  })

  story(
    `[21] nothing keeps people out on the other ways in, nor when something is not as usual: ${theme} contrast`,
    async ({ city, paper, newPage, kiosk: { page } }) => {
      test.slow()
      const prepare = theme === 'high' ? highContrast : undefined
      await toOtherScreens({ city, paper, newPage }, { page, prepare, look: (what) => isOpen(page, what) })
    },
  )
}

story(
  '[21] nothing keeps people out of the page that learns the keys, in any language',
  async ({ kiosk: { page } }) => {
    await toKeyScreens({
      page,
      look: async (what) => expect.soft(await violationsOn(page), what).toEqual([]),
    })
  },
)

/** The contrast of each control's edge with what is around it, or of its ground where it has no edge. */
const edges = (page: Page): Promise<{ what: string; ratio: number }[]> =>
  page.evaluate(() => {
    const shades = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number)
    const light = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = shades(color).map((shade) => {
        const part = shade / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const ratio = (one: string, other: string): number => {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
      return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
    }
    const groundOf = (element: Element | null): string => {
      for (let each = element; each; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each)
        if (shades(backgroundColor)[3] !== 0) return backgroundColor
      }
      return 'rgb(255, 255, 255)'
    }
    return [...document.querySelectorAll('button:not([aria-disabled="true"]), input')]
      .filter((control) => control.checkVisibility() && !control.closest('nav'))
      .map((control) => {
        const style = getComputedStyle(control)
        const around = groundOf(control.parentElement)
        const edge = parseFloat(style.borderTopWidth) > 0 ? ratio(style.borderTopColor, around) : 0
        const text = ratio(style.color, groundOf(control))
        return { what: control.textContent.trim(), ratio: Math.max(edge, edge === 0 ? text : 0) }
      })
  })

for (const theme of ['usual', 'high'] as const)
  test(`[21] the edges of what can be touched are seen: ${theme} contrast`, async ({ open }) => {
    const page = await open()
    if (theme === 'high') await highContrast(page)
    await everyPage(page, async () => {
      for (const { what, ratio } of await edges(page)) expect.soft(ratio, what).toBeGreaterThanOrEqual(3)
    })
  })

test('[22] in the colors of the system every page and every choice is still told apart', async ({ open }) => {
  const page = await open(undefined, (fresh) => fresh.emulateMedia({ forcedColors: 'active' }))
  await everyPage(page, async () => {
    expect.soft(await violationsOn(page)).toEqual([])
    const answers = page.locator('main :is(.row, .calendar .week button):not([aria-disabled="true"])')
    const chosen = answers.and(page.locator('[aria-pressed="true"]'))
    const other = answers.and(page.locator('[aria-pressed="false"]')).first()
    if ((await chosen.count()) === 0 || (await other.count()) === 0) return
    const ground = (element: Element) => getComputedStyle(element).backgroundColor
    expect.soft(await chosen.first().evaluate(ground)).not.toBe(await other.evaluate(ground))
  })
})

/** On a 21.5-inch screen of 1920 by 1080. */
const pixelsPerMm = Math.hypot(1920, 1080) / (21.5 * 25.4)

for (const [name, size] of Object.entries({ upright: sizes.upright, lying: sizes.lying }))
  test(`[10] a capital I is 4.8 mm high at least, without serifs: ${name}`, async ({ open }) => {
    const page = await open(size)
    await everyPage(page, async () => {
      const heights = await page.evaluate(() => {
        const context = new OffscreenCanvas(1, 1).getContext('2d')
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const found: { text: string; px: number; family: string }[] = []
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode
          if (!parentElement?.checkVisibility() || !textContent?.trim() || !context) continue
          if (parentElement.closest('.visually-hidden, script, style')) continue
          const { fontSize, fontFamily, fontWeight } = getComputedStyle(parentElement)
          context.font = `${fontWeight} ${fontSize} ${fontFamily}`
          const { actualBoundingBoxAscent } = context.measureText('I')
          found.push({ text: textContent.trim(), px: actualBoundingBoxAscent, family: fontFamily })
        }
        return found
      })
      for (const { text, px, family } of heights) {
        expect.soft(px / pixelsPerMm, text).toBeGreaterThanOrEqual(4.8)
        expect.soft(family).toMatch(/Atkinson Hyperlegible|Noto Sans/)
      }
    })
  })

for (const [name, size] of Object.entries(sizes))
  test(`[11] what is touched is 72 pixels wide and high at least: ${name}`, async ({ open }) => {
    const page = await open(size)
    await everyPage(page, async () => {
      for (const control of await page.locator('button:visible, input:visible').all()) {
        const box = await control.boundingBox()
        const what = (await control.textContent())?.trim() ?? 'field'
        expect.soft(box?.height, `${what}: height`).toBeGreaterThanOrEqual(71.5)
        expect.soft(box?.width, `${what}: width`).toBeGreaterThanOrEqual(size === sizes.small ? 60 : 71.5)
      }
    })
  })

for (const [name, size] of Object.entries(sizes))
  test(`[19] with the buttons lowered, nothing to touch stands in the upper half: ${name}`, async ({
    open,
  }) => {
    const page = await open(size)
    await lowButtons(page)
    await everyPage(page, async () => {
      const high = await page.locator('button:visible, input:visible').evaluateAll((controls) =>
        controls
          .filter((control) => {
            const frame = control.closest('main')?.getBoundingClientRect().top ?? 0
            return Math.max(control.getBoundingClientRect().top, frame) < innerHeight / 2 - 8
          })
          .map(({ textContent }) => textContent.trim()),
      )
      expect.soft(high).toEqual([])
    })
  })

test('[20] a color never says something alone: beside it stand words or a drawing', async ({ open }) => {
  const page = await open()
  await everyPage(page, async () => {
    const bare = await page
      .locator('.row[aria-pressed="true"], .note, #problem, nav [aria-pressed="true"], [role="status"]')
      .evaluateAll((marks) =>
        marks
          .filter((mark) => mark.checkVisibility() && !mark.querySelector('svg') && !mark.textContent.trim())
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      )
    expect.soft(bare).toEqual([])
    const unmarked = await page
      .locator('.row[aria-pressed="true"] .mark, nav [aria-pressed="true"] svg')
      .evaluateAll((marks) => marks.filter((mark) => getComputedStyle(mark).visibility !== 'visible').length)
    expect.soft(unmarked).toBe(0)
  })
})
