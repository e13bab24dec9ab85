import { nextStop } from './focus-walk.ts'
import type { Stop } from './focus-walk.ts'
import { inReadingOrder } from './keypad.ts'
import type { Direction } from './keypad.ts'

const focusable = 'button:not(:disabled), input:not(:disabled), a[href]'

const isShown = (element: HTMLElement): boolean => element.checkVisibility() && !element.closest('[inert]')

/** Moves the focus one thing on, on the page or in the dialog that is open. */
export const walkFocus = (direction: Direction, page: Document = document): void => {
  const scope = page.querySelector('dialog[open]') ?? page.body
  const elements = [...scope.querySelectorAll<HTMLElement>(focusable)].filter(isShown)
  const grids = [...scope.querySelectorAll('[data-grid]')]
  const stops = elements.map((element): Stop => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const grid = element.closest('[data-grid]')
    return { x: x + width / 2, y: y + height / 2, grid: grid && grids.indexOf(grid) }
  })
  const at = elements.findIndex((element) => element === page.activeElement)
  const writing = page.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'
  const next = elements[nextStop(stops, at, inReadingOrder(direction, writing))]
  next?.focus({ focusVisible: true })
  next?.scrollIntoView({ block: 'nearest' })
}
