import { languages } from '@lobbyline/server/contract'
import type { Language } from '@lobbyline/server/contract'

/** A text with the language it is written in. */
export interface Spoken {
  text: string
  language: Language
}

/** What a control's state is called. */
export interface StateWords {
  chosen: string
  unavailable: string
}

const controls = 'button, a[href], input'
const blocks = `${controls}, h1, h2, h3, p, li, dt, dd, [role="group"], [data-grid], [lang]`
/** the help at the foot is spoken when it is reached: on every page anew it would only be in the way */
const passedOver = 'nav, [aria-hidden="true"], svg, script, style'

const languageOf = (element: Element): Language => {
  const tag = element.closest('[lang]')?.getAttribute('lang')
  return languages.find((language) => language === tag) ?? 'en'
}

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** Each piece of text by itself: a choice, its explanation, its price. */
const pieces = (element: Element): Spoken[] => {
  const found: Spoken[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode } = walker
    const parent = currentNode.parentElement
    const text = plain(currentNode.textContent)
    if (text !== '' && parent && !parent.closest(passedOver))
      found.push({ text, language: languageOf(parent) })
  }
  return found
}

const named = (element: Element): Spoken[] => {
  const label = plain(element.getAttribute('aria-label'))
  if (label !== '') return [{ text: label, language: languageOf(element) }]
  const by = element.getAttribute('aria-labelledby')
  const other = by === null ? null : document.getElementById(by)
  return other ? pieces(other) : pieces(element)
}

/** A control's name, what stands in it, and how it stands. */
export const readControl = (element: Element, states: StateWords): Spoken[] => {
  const language = languageOf(element)
  const state =
    element.getAttribute('aria-disabled') === 'true' || element.matches(':disabled')
      ? states.unavailable
      : element.getAttribute('aria-pressed') === 'true'
        ? states.chosen
        : ''
  const value = element instanceof HTMLInputElement ? plain(element.value) : ''
  return [...named(element), { text: value, language }, { text: state, language }].filter(
    ({ text }) => text !== '',
  )
}

/** All that an element shows, in its order, but what matches `without`. Keys are named when they are reached, not one after the other. */
export const read = (element: Element, states: StateWords, without = ':not(*)'): Spoken[] => {
  if (element.matches(`${passedOver}, ${without}`) || !element.checkVisibility()) return []
  if (element.matches(controls)) return readControl(element, states)
  if (element.matches('[data-grid]')) {
    const label = plain(element.getAttribute('aria-label'))
    const heading = element.querySelector('h2')
    return [
      ...(heading ? pieces(heading) : []),
      ...(label === '' ? [] : [{ text: label, language: languageOf(element) }]),
    ]
  }
  if (!element.querySelector(blocks)) return pieces(element)
  return [...element.childNodes].flatMap((child): Spoken[] => {
    if (child instanceof Element) return read(child, states, without)
    const text = child.nodeType === Node.TEXT_NODE ? plain(child.textContent) : ''
    return text === '' ? [] : [{ text, language: languageOf(element) }]
  })
}
