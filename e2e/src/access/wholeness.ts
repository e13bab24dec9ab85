import type { Page } from '@playwright/test'

/**
 * What of the page is lost to somebody who scrolls it: words that run out of the screen or of their button, that something
 * covers or cuts, or that are broken in two; and controls that cannot be brought into sight as a whole.
 */
export const lostOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const passedOver = '.visually-hidden, [aria-hidden="true"], script, style'
    const slackPx = 2
    const lost = new Set<string>()
    const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body

    const isIn = (inner: DOMRect, outer: { left: number; top: number; right: number; bottom: number }) =>
      inner.left >= outer.left - slackPx &&
      inner.right <= outer.right + slackPx &&
      inner.top >= outer.top - slackPx &&
      inner.bottom <= outer.bottom + slackPx
    const screen = () => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })

    /** Scrolls until this part of the element is in the middle, or as near to it as can be. */
    const bring = (element: Element, part: () => DOMRect | undefined): void => {
      for (let box = element.parentElement; box; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box)
        const isRoot = box === document.documentElement
        if (!isRoot && overflowY !== 'auto' && overflowY !== 'scroll') continue
        const at = part()
        if (!at) return
        const top = isRoot ? 0 : box.getBoundingClientRect().top
        const height = isRoot ? innerHeight : box.clientHeight
        box.scrollTop += (at.top + at.bottom) / 2 - (top + height / 2)
      }
    }

    const belongs = (element: Element, { left, right, top, bottom }: DOMRect): boolean =>
      [left + 2, (left + right) / 2, right - 2].every((x) => {
        const hit = document.elementFromPoint(x, (top + bottom) / 2)
        if (!hit) return false
        const button = element.closest('button')
        return element.contains(hit) || (button !== null && button.contains(hit))
      })

    const words = (node: Node): { word: string; range: Range }[] =>
      [...(node.textContent ?? '').matchAll(/\S+/g)].map(({ 0: word, index }) => {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        return { word, range }
      })

    const lookAtWord = (parent: Element, word: string, range: Range): void => {
      const told = `“${word}” in “${(parent.textContent ?? '').trim().slice(0, 50)}”`
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top)),
      )
      const isIdeographic = /\p{Script=Han}/u.test(word)
      // a hyphen and a slash may end a line
      if (lines.size > 1 && !isIdeographic && !/[-–/·]./.test(word)) lost.add(`broken: ${told}`)
      const rect = () => [...range.getClientRects()].find(({ width }) => width > 1)
      bring(parent, rect)
      const at = rect()
      if (!at) return
      if (!isIn(at, screen())) lost.add(`out of sight: ${told}`)
      else if (!belongs(parent, at)) lost.add(`covered: ${told}`)
      const button = parent.closest('button')
      // a line of text is higher than its letters
      const { x, y, width, height } = at
      const letters = new DOMRect(x, y + height * 0.15, width, height * 0.7)
      if (button && !isIn(letters, button.getBoundingClientRect())) lost.add(`out of its button: ${told}`)
    }

    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      const parent = currentNode.parentElement
      if (!parent?.checkVisibility({ visibilityProperty: true }) || parent.closest(passedOver)) continue
      for (const { word, range } of words(currentNode)) lookAtWord(parent, word, range)
    }
    for (const control of scope.querySelectorAll('button, input')) {
      if (!control.checkVisibility()) continue
      const name = control.getAttribute('aria-label') ?? (control.textContent ?? '').trim()
      control.scrollIntoView({ block: 'center' })
      const box = control.getBoundingClientRect()
      if (!isIn(box, screen())) lost.add(`not whole: “${name.slice(0, 50)}”`)
      const text = control instanceof HTMLInputElement ? control : null
      if (text && text.scrollWidth > text.clientWidth + slackPx) lost.add(`field too narrow: “${text.value}”`)
    }
    if (document.documentElement.scrollWidth > innerWidth + slackPx)
      lost.add('the page is wider than the screen')
    return [...lost]
  })
