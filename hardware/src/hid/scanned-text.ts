import { createCardGuard } from '../contract.ts'
import { plainText } from '../escpos/plain-text.ts'

/** The server takes a longer one for an attack, and lets its sender go. */
export const longestScan = 300

/** More marks on one letter than any writing has. */
const tower = /\p{M}{5}/u

/**
 * What a scanner read, fit to be handed on: one line, without what no screen shows. Null for nothing, for more than any code of
 * a city hall has, and for a driver's license: its name and birthday are nobody's business.
 */
export const createScannedText = (now: () => number = Date.now): ((raw: string) => string | null) => {
  const isCard = createCardGuard()
  return (raw) => {
    const text = plainText(raw).replace(/ {2,}/g, ' ').trim()
    const isFit = text !== '' && text.length <= longestScan && !tower.test(text)
    return isFit && !isCard(text, now()) ? text : null
  }
}
