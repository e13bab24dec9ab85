import {
  createCardGuard,
  createScanPace,
  longestScanGapMs,
  type Heard,
} from '@lobbyline/server/contract/scans'
import { flushSync } from 'svelte'

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

const isCharacter = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !repeat

/**
 * Hears codes that a scanner types into the page. Its characters are also keys of the desk, so each is held for a moment: keys
 * of a person go on to where they were pressed, a scanner's do nothing. In a field both simply write.
 * @returns stops it
 */
export const listenForScans = (onScan: (text: string) => void): (() => void) => {
  const pace = createScanPace()
  const isCard = createCardGuard()
  const replayed = new WeakSet<Event>()
  let resting: ReturnType<typeof setTimeout> | undefined

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
      } else for (const key of each.keys) if (key !== 'Enter') press(key)
    }
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (replayed.has(event) || isField(event.target)) return
    const ends = event.key === 'Enter' && pace.isHolding()
    if (!ends && !isCharacter(event)) return
    clearTimeout(resting)
    const heard = pace.press(event.key, event.timeStamp)
    // A person's Enter is nobody else's business: it acts by itself, after the keys before it.
    if (!ends || heard.some(({ type }) => type === 'scan')) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    act(heard)
    if (pace.isHolding()) resting = setTimeout(() => act(pace.rest()), longestScanGapMs)
  }

  addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(resting)
    removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
