/** Digits in groups, and what of them is a bank card's number (ISO/IEC 7812): 13 to 19, the first of which name a bank. */
const digitGroups = /\d+(?:[ \p{Pd}]+\d+)*/gu
const between = /[ \p{Pd}]+/u
const mostDigits = 19
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
    groups.slice(first, first + mostDigits).map((_, more) => groups.slice(first, first + more + 1).join('')),
  )

/** Whether a card's number was typed where words, or a terminal's reference, belong: none ever enters the system. */
export const holdsCardNumber = (text: string): boolean =>
  (text.normalize('NFKC').match(digitGroups) ?? [])
    .flatMap((digits) => runsOf(digits.split(between)))
    .some((run) => bankNumber.test(run) && isChecked(run))
