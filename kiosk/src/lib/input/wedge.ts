import { createCardGuard, createScanPace } from '@lobbyline/server/contract/scans'

/** Where a code began to be typed, and what stood there before. */
interface Begun {
  field: HTMLInputElement
  value: string
}

/** No code takes longer from one character to the next, on however busy a machine; what was typed is not kept beyond that. */
const forgottenMs = 1_000

const isHeard = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  (key.length === 1 || key === 'Enter') && !ctrlKey && !metaKey && !altKey && !repeat

const restore = ({ field, value }: Begun): void => {
  if (!field.isConnected) return
  field.value = value
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/**
 * Hears codes that a scanner types into the page, and tells them from keys by their pace. In a field the characters stand
 * until the code is whole, then the field is as it was and the code is told; elsewhere they do nothing, and neither an
 * Enter of the scanner nor a space within a code presses what has the focus.
 * @returns stops it
 */
export const listenForScans = (onScan: (text: string) => void): (() => void) => {
  const pace = createScanPace()
  const isCard = createCardGuard()
  let begun: Begun | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const forget = (): void => {
    begun = null
    pace.rest()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target } = event
    const isUnderWay = pace.isHolding()
    if (!event.isTrusted || !isHeard(event)) return
    if (key === ' ' && !isUnderWay) return
    clearTimeout(timer)
    timer = setTimeout(forget, forgottenMs)
    const field = target instanceof HTMLInputElement ? target : null
    const heard = pace.press(key, event.timeStamp)
    const isFirst = !isUnderWay || heard.some(({ type }) => type === 'typed')
    if (isFirst) begun = field && { field, value: field.value }
    const line = heard.find(({ type }) => type !== 'typed')
    if (line || (key === ' ' && !isFirst && !field)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (!line) return
    if (begun) restore(begun)
    begun = null
    if (line.type === 'scan' && !isCard(line.text, event.timeStamp)) onScan(line.text)
  }

  addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(timer)
    removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
