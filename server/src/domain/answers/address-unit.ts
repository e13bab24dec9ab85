import {
  designators,
  directions,
  endingSuffixes,
  otherSuffixes,
  outerDesignators,
  states,
  unitNames,
} from './address-words.ts'

export interface Unit {
  designator: string
  id: string
}

/** "4-B" is "4B" and "04" is "4", but "1-23" is not "12-3". */
export const unitId = (token: string): string =>
  (unitNames.get(token) ?? token).replace(/(?<!\d)-|-(?!\d)/g, '').replace(/(?<![A-Z0-9])0+(?=\d)/g, '')

/** "4", "4B", "B4", "A12B", "12-3", but no "4TH" */
const isNumbered = (token: string): boolean =>
  /^[A-Z]{0,2}-?\d[A-Z0-9-]*$/.test(token) && !/^\d+(ST|ND|RD|TH)$/.test(token)

/** What "Apt" makes a unit: also "AA", but no suffix and no state. */
const isId = (token: string): boolean =>
  isNumbered(token) ||
  unitNames.has(token) ||
  /^[A-Z]$/.test(token) ||
  (/^[A-Z]{2}$/.test(token) &&
    ![directions, endingSuffixes, otherSuffixes, states].some((words) => words.has(token)))

/** No city: a unit that is not understood. */
export const isOfUnit = (token: string): boolean => designators.has(token) || /\d/.test(token)

/** What is a unit without "Apt", behind the street. */
export const isBareId = (token: string): boolean =>
  isNumbered(token)
    ? !/\d{5}/.test(token)
    : unitNames.has(token) || (/^[A-Z]$/.test(token) && !directions.has(token))

/** "No" is a number's only before one: else it is north. */
const designatorOf = ([token = '', next = '']: readonly string[]): string | undefined =>
  token === 'NO' && /^\d/.test(next) && isNumbered(next) ? '#' : designators.get(token)

/** "4 B" and "Penthouse 2" are one id; of "Upper Unit" it is the first word. */
const readId = ([token = '', next = '', third = '']: readonly string[]): { id: string; words: number } => {
  const isName = unitNames.has(token)
  if (isName ? /^\d{1,4}[A-Z]?$/.test(next) : /^\d+$/.test(token) && /^[A-Z]$/.test(next))
    return { id: unitId(token) + unitId(next), words: 2 }
  return { id: unitId(token), words: isName && designators.has(next) && !isId(third) ? 2 : 1 }
}

/** Takes "Bldg 2 Apt 4 B" out of the tokens, and "4 B" where a unit may be bare. The first word is never a designator. */
export const takeUnits = (
  tokens: readonly string[],
  isBare: (token: string) => boolean,
): { units: Unit[]; rest: string[] } => {
  const units: Unit[] = []
  const rest: string[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at] ?? ''
    const designator = at > 0 ? designatorOf(tokens.slice(at)) : undefined
    let start = at
    if (designator) while (designatorOf(tokens.slice(start))) start++
    if (designator ? isId(tokens[start] ?? '') : isBare(token)) {
      const { id, words } = readId(tokens.slice(start))
      units.push({ designator: designator ?? (unitNames.has(token) ? 'Unit' : '#'), id })
      at = start + words
    } else {
      rest.push(token)
      at++
    }
  }
  return { units, rest }
}

/** A building stands before its doors, whichever was written first. */
export const outerFirst = (units: Unit[]): Unit[] => {
  const rank = ({ designator }: Unit) => outerDesignators.indexOf(designator)
  return units.toSorted((one, other) => rank(other) - rank(one))
}

export const written = (units: Unit[]): string =>
  units.map(({ designator, id }) => (designator === '#' ? ` #${id}` : ` ${designator} ${id}`)).join('')
