import type { Page } from '@playwright/test'
import { expect, sizes, test } from '../src/access/lobby.ts'
import { Walker } from '../src/access/walk.ts'

type Manner = 'long' | 'right-to-left'

/** Every text as a translation may be: longer by two fifths and full of marks, or in writing that runs from the right. */
const pretend = async (page: Page, manner: Manner): Promise<void> => {
  await page.addInitScript((how) => {
    const marked: Record<string, string> = { a: 'ä', e: 'ë', i: 'ï', o: 'ö', u: 'ü', n: 'ñ' }
    const written = new WeakMap<Node, string>()
    const rewrite = (node: Node): void => {
      const text = node.textContent ?? ''
      // a number or a single key stays what it is
      if (written.get(node) === text || text.trim().length < 3 || !/[a-z]/i.test(text)) return
      const more = text.slice(0, Math.ceil(text.trim().length * 0.4)).trimEnd()
      const changed =
        how === 'long'
          ? `${text.replace(/[aeioun]/g, (letter) => marked[letter] ?? letter)} ${more}`
          : `\u202e${text}`
      written.set(node, changed)
      node.textContent = changed
    }
    const all = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      while (walker.nextNode())
        if (!walker.currentNode.parentElement?.closest('script, style')) rewrite(walker.currentNode)
    }
    document.addEventListener('DOMContentLoaded', () => {
      if (how === 'right-to-left') document.documentElement.dir = 'rtl'
      all(document.body)
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes)
          for (const node of [target, ...addedNodes])
            all(node.nodeType === Node.TEXT_NODE ? (node.parentNode ?? node) : node)
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  }, manner)
}

/** What runs out of the screen or out of its own box. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, p, button, dt, dd, li')]
      .filter(
        (element) => element.checkVisibility() && !element.closest('.visually-hidden, [aria-hidden="true"]'),
      )
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1
      })
      .filter(({ clientWidth }) => clientWidth > 0)
      .map((element) => `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 60)}”`),
  )

for (const manner of ['long', 'right-to-left'] as const)
  for (const size of ['upright', 'small'] as const)
    test(`[25] no page breaks in ${manner} writing, ${size}`, async ({ open }) => {
      test.slow()
      const page = await open(sizes[size], (fresh) => pretend(fresh, manner))
      const walker = new Walker(page)
      const fits = async () => {
        const heading = await page.locator('h1').first().innerText()
        expect(heading).toMatch(manner === 'long' ? /[äëïöüñ]/ : /^\u202e/)
        expect.soft(await tooWide(page), heading).toEqual([])
      }
      await fits()
      await walker.begin()
      await fits()
      await walker.choose(2)
      await walker.toTicket(fits)
    })
