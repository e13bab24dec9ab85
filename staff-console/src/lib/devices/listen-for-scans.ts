import {
  createCardGuard,
  createScanPace,
  longestScanGapMs,
  type Heard,
} from '@lobbyline/server/contract/scans'
import { flushSync } from 'svelte'

const isField = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

const isHeard = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  (key.length === 1 || key === 'Enter') && !ctrlKey && !metaKey && !altKey && !repeat

const stop = (event: KeyboardEvent): void => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

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
 * stays, nor does one of its lines send the field away.
 * @returns stops it
 */
export const listenForScans = (onScan: (text: string) => void): (() => void) => {
  const pace = createScanPace()
  const paceInField = createScanPace()
  const isCard = createCardGuard()
  const replayed = new WeakSet<Event>()
  let resting: ReturnType<typeof setTimeout> | undefined
  let begun: Begun | null = null

  const press = (key: string): void => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    replayed.add(event)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(event)
    // what this key opened is there for the next one
    flushSync()
  }

  const act = (heard: readonly Heard[]): void => {
    for (const each of heard) {
      if (each.type === 'scan') {
        if (!isCard(each.text, performance.now())) onScan(each.text)
      } else if (each.type === 'typed') for (const key of each.keys) if (key !== 'Enter') press(key)
    }
  }

  const hearInField = (event: KeyboardEvent, target: Element): void => {
    const isUnderWay = paceInField.isHolding()
    const heard = paceInField.press(event.key, event.timeStamp)
    if (!isUnderWay || heard.some(({ type }) => type === 'typed')) begun = begin(target)
    const line = heard.find(({ type }) => type !== 'typed')
    if (!line || (line.type === 'scan' && !isCard(line.text, event.timeStamp))) return
    stop(event)
    if (begun) restore(begun)
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
    if (pace.isHolding()) resting = setTimeout(() => act(pace.rest()), longestScanGapMs)
  }

  addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(resting)
    removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
