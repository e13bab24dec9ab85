/** A driver's license, by AAMVA's header. */
const license = /^@?\s*(ANSI|AAMVA)\s*\d{6}/
/** A track of a bank card (ISO/IEC 7813) or of a license with a stripe (AAMVA); each is a code of its own. */
const track = /^(%[^?]*\^|;\d{6,}=|[%#+]["!])/

/** Digits in groups, and what of them is a bank card's number (ISO/IEC 7812): 13 to 19, the first of which name a bank. */
const digitGroups = /\d+(?:[ -]+\d+)*/g
const bankNumber = /^(?:2[2-7]|[3-6]\d)\d{11,17}$/

/** Luhn's check: every second digit from the right is doubled, and the sum of all digits is one of tens. */
const isChecked = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** All that stands in neighboring groups: a date, or another number, may stand beside the card's. */
const runsOf = (groups: readonly string[]): string[] =>
  groups.flatMap((_, first) =>
    groups.slice(first).map((_, more) => groups.slice(first, first + more + 1).join('')),
  )

/** Whether a card's number was typed where words, or a terminal's reference, belong: none ever enters the system. */
export const holdsCardNumber = (text: string): boolean =>
  (text.normalize('NFKC').match(digitGroups) ?? [])
    .flatMap((digits) => runsOf(digits.split(/[ -]+/)))
    .some((run) => bankNumber.test(run) && isChecked(run))

/** A license is typed line by line: what follows its header this soon belongs to it. */
const restOfCardMs = 1_000

/**
 * Tells codes of identity and bank cards from the codes that a city hall prints. Nobody has asked for them, and they carry a
 * name, an address, a number: whoever reads codes drops them unseen. Lines of one card come one by one.
 */
export const createCardGuard = (): ((text: string, atMs: number) => boolean) => {
  let lastAt = -Infinity
  return (text, atMs) => {
    if (track.test(text)) return true
    if (!license.test(text) && atMs - lastAt > restOfCardMs) return false
    lastAt = atMs
    return true
  }
}
