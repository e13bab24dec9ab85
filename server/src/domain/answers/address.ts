import {
  designators,
  directions,
  endingSuffixes,
  nameWords,
  ordinal,
  otherSuffixes,
  spelledOrdinals,
  states,
} from './address-words.ts'
import { plainText } from './plain-text.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export interface Address {
  /** one dwelling unit: the same for every way to write it */
  key: string
  number: number
  /** without number and unit, as USPS writes it: `E 6TH ST` */
  street: string
  unit: string | null
  /** a city that was written behind it; it is not part of the key, for mail names cities by ZIP */
  locality: string | null
  /** "550 E 6th St Apt 4" */
  display: string
}

export const maxAddressLength = 120

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’`.]/g, '')

/** A unit written in front ("Apt 4, 1248 Palm Ave") goes behind. */
const unitBehind = (segments: readonly string[]): string[] => {
  const [first = '', ...rest] = segments
  const isUnit = designators.has(/^#|^[A-Z]+/.exec(first)?.[0] ?? '')
  return isUnit && rest[0] ? [rest[0], first, ...rest.slice(1)] : [...segments]
}

const tokensOf = (segment: string): string[] =>
  segment
    .replace(/#/g, ' # ')
    .replace(
      /\b([A-Z]+Y)[ -](?=(?:FIR|SECO|THIR|FOUR|FIF|SIX|SEVEN|EIGH|NIN)[A-Z]*(?:ST|ND|RD|TH)\b)/g,
      '$1-',
    )
    .split(/[^A-Z0-9#/-]+/)
    .filter((token) => /[A-Z0-9#]/.test(token))

/** ZIP and state at the end, unless they are all there is or a unit's number. */
const withoutRegion = (tokens: readonly string[]): string[] => {
  const left = [...tokens]
  const before = () => left.at(-2) ?? ''
  if (left.length > 2 && /^\d{5}(-\d{4})?$/.test(left.at(-1) ?? '') && !designators.has(before())) left.pop()
  if (left.length > 2 && states.has(left.at(-1) ?? '')) left.pop()
  return left
}

interface Door {
  number: number
  fraction: string
  units: { designator: string; id: string }[]
  rest: string[]
}

/** "1248", "1248A", "1248-4", "1248 1/2", and "550E" where E is a direction. */
const readNumber = (tokens: readonly string[]): Door | null => {
  const [first = '', second = '', ...rest] = tokens
  const match = /^(\d{1,6})(?:(-?)([A-Z])|-(\d{1,4}))?$/.exec(first)
  const number = Number(match?.[1] ?? 0)
  if (!match || number === 0) return null
  const [, , dash, letter, digits] = match
  const units: Door['units'] = []
  const isFraction = /^\d\/\d$/.test(second)
  const following = isFraction ? rest : [second, ...rest].filter((token) => token !== '')
  if (letter && !dash && directions.has(letter)) following.unshift(letter)
  else if (letter ?? digits) units.push({ designator: '#', id: letter ?? digits ?? '' })
  return { number, fraction: isFraction ? second : '', units, rest: following }
}

const unitId = (token: string): string => token.replace(/[^A-Z0-9]/g, '').replace(/^0+(?=.)/, '')

/** Takes "Bldg 2 Apt 4 B" out of the tokens; the street's first word is never a designator. */
const takeUnits = (tokens: readonly string[]): Pick<Door, 'units' | 'rest'> => {
  const units: Door['units'] = []
  const rest: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const designator = designators.get(tokens[at] ?? '')
    if (at === 0 || !designator) {
      rest.push(tokens[at] ?? '')
      continue
    }
    while (designators.has(tokens[at + 1] ?? '')) at++
    const next = tokens[at + 1] ?? ''
    const isId = /^(\d+[A-Z]?|[A-Z]\d*|\d+-[A-Z0-9]+|[A-Z]-\d+)$/.test(next)
    if (!isId) continue
    at++
    const letter = /^\d+$/.test(next) && /^[A-Z]$/.test(tokens[at + 1] ?? '') ? (tokens[++at] ?? '') : ''
    units.push({ designator, id: unitId(next + letter) })
  }
  return { units, rest }
}

const isBareUnit = (token: string): boolean =>
  /^(\d{1,4}[A-Z]?|[A-Z]|[A-Z]\d{1,3})$/.test(token) && !directions.has(token)

/** The street ends at its last suffix (and a direction behind it); what follows is a bare unit, then a city. */
const splitStreet = (tokens: readonly string[]) => {
  const suffixAt = tokens.findLastIndex((token, index) => index > 0 && endingSuffixes.has(token))
  if (suffixAt < 0) return { street: tokens, unit: null, locality: [] }
  const end = suffixAt + (directions.has(tokens[suffixAt + 1] ?? '') ? 2 : 1)
  const behind = tokens.slice(end)
  const unit = isBareUnit(behind[0] ?? '') ? (behind[0] ?? '') : null
  return { street: tokens.slice(0, end), unit, locality: unit === null ? behind : behind.slice(1) }
}

const streetWord = (token: string, index: number, street: readonly string[]): string => {
  const spelled = spelledOrdinals.get(token)
  if (spelled) return ordinal(spelled)
  const numbered = /^(\d{1,3})(ST|ND|RD|TH)?$/.exec(token)
  if (numbered && (numbered[2] || endingSuffixes.has(street[index + 1] ?? '')))
    return ordinal(Number(numbered[1]))
  const last =
    index === street.length - 1 || (index === street.length - 2 && directions.has(street.at(-1) ?? ''))
  const suffix = last && index > 0 ? (endingSuffixes.get(token) ?? otherSuffixes.get(token)) : undefined
  return suffix ?? directions.get(token) ?? nameWords.get(token) ?? token
}

const capitalized = (word: string): string =>
  directions.has(word) || word === '#'
    ? word
    : word
        .toLowerCase()
        .replace(/^(mc)?\p{L}|(?<=[-/])\p{L}/gu, (start) =>
          start.length > 1 ? `Mc${start.slice(2).toUpperCase()}` : start.toUpperCase(),
        )

const written = (units: Door['units']): string =>
  units.map(({ designator, id }) => (designator === '#' ? ` #${id}` : ` ${designator} ${id}`)).join('')

/**
 * Reads one line as people write it. "550 E 6th St", "550 East Sixth Street" and "550 e. 6TH ST., Beaumont CA 92223" have one key;
 * "Apt 4", "Unit 4" and "#4" are the same door, other doors are not.
 */
export const parseAddress = (line: string): Result<Address, 'not-an-address'> => {
  const text = plainText(line, maxAddressLength)
  if (!text.ok) return refuse('not-an-address')
  const segments = unitBehind(
    fold(text.value)
      .split(/\s*[,;]\s*/)
      .filter(Boolean),
  )
  const door = readNumber(withoutRegion(segments.flatMap(tokensOf)))
  if (!door) return refuse('not-an-address')

  const taken = takeUnits(door.rest)
  const split = splitStreet(taken.rest)
  const street = split.street.map(streetWord)
  if (
    !/[A-Z]{2}|\d(ST|ND|RD|TH)\b|^[A-Z] [A-Z]/.test(street.join(' ')) ||
    /^P(OST)?-?O(FFICE)?\b/.test(street.join(' '))
  )
    return refuse('not-an-address')

  const bare = split.unit === null ? [] : [{ designator: '#', id: unitId(split.unit) }]
  const units = [...door.units, ...taken.units, ...bare]
  const number = [door.number, door.fraction].filter(Boolean).join(' ')
  const unit = units.length > 0 ? units.map(({ id }) => id).join('-') : null
  return ok({
    key: [number, street.join(' ')].join(' ') + (unit === null ? '' : ` #${unit}`),
    number: door.number,
    street: street.join(' '),
    unit,
    locality: split.locality.length > 0 ? split.locality.map(capitalized).join(' ') : null,
    display: `${number} ${street.map(capitalized).join(' ')}${written(units)}`,
  })
}
