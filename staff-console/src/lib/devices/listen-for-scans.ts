import {
  createCardGuard,
  createScanPace,
  longestScanGapMs,
  type Heard,
} from '@lobbyline/server/contract/scans'
import { flushSync } from 'svelte'
import { isWriting } from '../keys/key-map.ts'

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

const isHeard = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  (key.length === 1 || key === 'Enter') && !ctrlKey && !metaKey && !altKey && !repeat

const stop = (event: KeyboardEvent): void => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** A busy machine hands keys on late: the next one is then awaited longer by as much, but never so long that a person waits. */
const longestLagMs = 500

const restMs = ({ timeStamp }: KeyboardEvent): number =>
  longestScanGapMs + Math.min(Math.max(performance.now() - timeStamp, 0), longestLagMs)

/** What stood in a field before a code began to be typed into it. */
interface Begun {
  field: HTMLInputElement | HTMLTextAreaElement
  value: string
}

const begin = (target: Element): Begun | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? { field: target, value: target.value }
    : null

const restore = ({ field, value }: Begun): void => {
  if (!field.isConnected) return
  field.value = value
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/**
 * Hears codes that a scanner types into the page. Its characters are also keys of the desk, so each is held for a moment: keys
 * of a person go on to where they were pressed, a scanner's do nothing. In a field both simply write, but of a card nothing
 * stays, nor does one of its lines send the field away. An amount is no code: nothing of any code stays there, and letters,
 * for which an amount has no use, are held as elsewhere.
 * @returns stops it
 */
export const listenForScans = (onScan: (text: string) => void): (() => void) => {
  const pace = createScanPace()
  const paceInField = createScanPace()
  const isCard = createCardGuard()
  const replayed = new WeakSet<Event>()
  let resting: ReturnType<typeof setTimeout> | undefined
  let restingInField: ReturnType<typeof setTimeout> | undefined
  let begun: Begun | null = null
  /** a letter over an amount: it waits to be pressed, while digits stand already */
  let holdsLetter = false

  const press = (key: string): void => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    replayed.add(event)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(event)
    // what this key opened is there for the next one
    flushSync()
  }

  const pressHeld = (heard: readonly Heard[], isHeld: (key: string) => boolean): void => {
    const keys = heard.flatMap((each) => (each.type === 'typed' ? each.keys : []))
    for (const key of keys) if (key !== 'Enter' && isHeld(key)) press(key)
  }

  const hearInField = (event: KeyboardEvent, target: HTMLElement): void => {
    const { key, timeStamp } = event
    const isHeld = (each: string): boolean => !isWriting(each, target.inputMode)
    const isUnderWay = paceInField.isHolding()
    if (key === ' ' && isHeld(key) && !isUnderWay) return
    clearTimeout(restingInField)
    const heard = paceInField.press(key, timeStamp)
    const line = heard.find(({ type }) => type !== 'typed')
    const isNew = !isUnderWay || heard.some(({ type }) => type === 'typed')
    if (isNew) begun = begin(target)
    pressHeld(heard, isHeld)
    holdsLetter = isHeld(key) || (holdsLetter && !isNew && !line)
    if (isHeld(key)) stop(event)
    if (holdsLetter)
      restingInField = setTimeout(() => {
        holdsLetter = false
        pressHeld(paceInField.rest(), isHeld)
      }, restMs(event))
    if (!line) return
    const isCode = line.type === 'scan' && !isCard(line.text, timeStamp)
    if (isCode && target.inputMode !== 'decimal') return
    stop(event)
    if (begun) restore(begun)
    if (isCode) onScan(line.text)
  }

  const act = (heard: readonly Heard[]): void => {
    for (const each of heard)
      if (each.type === 'scan' && !isCard(each.text, performance.now())) onScan(each.text)
    pressHeld(heard, () => true)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (replayed.has(event) || !isHeard(event)) return
    if (isField(event.target)) return hearInField(event, event.target)
    const { key } = event
    if (key === ' ' && !pace.isHolding()) return
    clearTimeout(resting)
    const heard = pace.press(key, event.timeStamp)
    // A person's Enter is nobody else's business: it acts by itself, after the keys before it.
    if (key !== 'Enter' || heard.some(({ type }) => type !== 'typed')) stop(event)
    act(heard)
    if (pace.isHolding()) resting = setTimeout(() => act(pace.rest()), restMs(event))
  }

  addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(resting)
    clearTimeout(restingInField)
    removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
