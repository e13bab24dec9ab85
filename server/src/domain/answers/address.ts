import {
  designators,
  directions,
  endingSuffixes,
  highwayWords,
  nameWords,
  ordinal,
  otherSuffixes,
  spelledOrdinals,
  states,
  unitNames,
} from './address-words.ts'
import { isBareId, isOfUnit, outerFirst, takeUnits, unitId, written } from './address-unit.ts'
import type { Unit } from './address-unit.ts'
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
  /** what was written behind it and may be a unit, but is none that is known: "2nd Floor" */
  unread: string | null
  /** a city that was written behind it; it is not part of the key, for mail names cities by ZIP */
  locality: string | null
  /** "550 E 6th St Apt 4" */
  display: string
}

export const maxAddressLength = 120

/** "1248½" and "1248-1/2" become "1248 1/2"; a point parts words, but not the letters of "N.W." */
const fold = (text: string): string =>
  text
    .replace(/\p{No}/gu, ' $&')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/⁄/g, '/')
    .toUpperCase()
    .replace(/['’`]|(?<=\b[A-Z])\.(?=[A-Z]\b)/g, '')
    .replace(/-+/g, '-')
    .replace(/\.|-? *(?=\b\d\/\d\b)/g, ' ')

/** A unit written in front ("Apt 4, 1248 Palm Ave") goes behind. */
const unitBehind = (segments: readonly string[]): string[] => {
  const [first = '', ...rest] = segments
  const isUnit = designators.has(/^#|^[A-Z]+/.exec(first)?.[0] ?? '')
  return isUnit && rest[0] ? [rest[0], first, ...rest.slice(1)] : [...segments]
}

const anyOf = (...words: ReadonlyMap<string, unknown>[]): string =>
  words.flatMap((map) => [...map.keys()].filter((word) => /^[A-Z]+$/.test(word))).join('|')

/** "Apt4", "Unit-4" and "Apt-B" */
const glued = new RegExp(`\\b(${anyOf(designators, unitNames)}|NO)(-?(?=\\d)|-(?=[A-Z]{1,2}\\b))`, 'g')

/** "6 TH", and "1 ST" where a suffix follows */
const loose = new RegExp(`(?<= )(\\d+) +(?=(?:TH|ND|(?:ST|RD) +(?:${anyOf(endingSuffixes)}))\\b)`, 'g')

const tokensOf = (segment: string): string[] =>
  segment
    .replace(/#/g, ' # ')
    .replace(glued, '$1 ')
    .replace(loose, '$1')
    .replace(
      /\b([A-Z]+Y)[ -](?=(?:FIR|SECO|THIR|FOUR|FIF|SIX|SEVEN|EIGH|NIN)[A-Z]*(?:ST|ND|RD|TH)\b)/g,
      '$1-',
    )
    .split(/[^\p{L}0-9#/-]+/u)
    .filter((token) => /[\p{L}0-9#]/u.test(token))

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
  units: Unit[]
  rest: string[]
}

/** "1248", "1248A", "1248-4", "1248 1/2", and "550E" where E is a direction. */
const readNumber = (tokens: readonly string[]): Door | null => {
  const [first = '', second = '', ...rest] = tokens
  const match = /^(\d{1,6})(?:(-?)([A-Z])|-(\d{1,4}))?$/.exec(first)
  const number = Number(match?.[1] ?? 0)
  if (!match || number === 0) return null
  const [, , dash, letter, digits] = match
  const units: Unit[] = []
  const isFraction = /^\d\/\d$/.test(second)
  const following = isFraction ? rest : [second, ...rest].filter((token) => token !== '')
  if (letter && !dash && directions.has(letter)) following.unshift(letter)
  else if (letter ?? digits) units.push({ designator: '#', id: unitId(letter ?? digits ?? '') })
  return { number, fraction: isFraction ? second : '', units, rest: following }
}

/** "Highway 79", "State Highway 79": the number is the road's. */
const isNumberedHighway = (tokens: readonly string[], at: number): boolean =>
  endingSuffixes.get(tokens[at] ?? '') === 'HWY' &&
  /^\d{1,3}$/.test(tokens[at + 1] ?? '') &&
  tokens.slice(0, at).every((word) => [directions, highwayWords, states].some((words) => words.has(word)))

/** The street ends at its last suffix (and a direction behind it); what follows is a bare unit or a city. */
const splitStreet = (tokens: readonly string[]): { street: readonly string[]; behind: readonly string[] } => {
  const suffixAt = tokens.findLastIndex(
    (token, index) => (index > 0 && endingSuffixes.has(token)) || isNumberedHighway(tokens, index),
  )
  const last =
    suffixAt < 0
      ? tokens.findLastIndex((token, index) => index === 0 || !designators.has(token))
      : suffixAt + (isNumberedHighway(tokens, suffixAt) ? 1 : 0)
  const end = last + (directions.has(tokens[last + 1] ?? '') ? 2 : 1)
  return { street: tokens.slice(0, end), behind: tokens.slice(end) }
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

/** With what was written behind it. */
export const fullAddress = ({ display, unread, locality }: Address): string =>
  [display, unread, locality].filter((part) => part !== null).join(', ')

const shown = (words: readonly string[]): string | null =>
  words.length > 0 ? words.map(capitalized).join(' ') : null

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

  const named = takeUnits(door.rest, () => false)
  const split = splitStreet(named.rest)
  const behind = takeUnits(split.behind, isBareId)
  const street = split.street.map(streetWord)
  if (
    !/[A-Z]{2}|\d(ST|ND|RD|TH)\b|^[A-Z] [A-Z]/.test(street.join(' ')) ||
    /^P(OST)?[ -]?O(FFICE)?\b/.test(street.join(' '))
  )
    return refuse('not-an-address')

  const units = outerFirst([...door.units, ...named.units, ...behind.units])
  const number = [door.number, door.fraction].filter(Boolean).join(' ')
  const unit = units.length > 0 ? units.map(({ id }) => id).join('-') : null
  return ok({
    key: [number, street.join(' ')].join(' ') + (unit === null ? '' : ` #${unit}`),
    number: door.number,
    street: street.join(' '),
    unit,
    unread: shown(behind.rest.filter(isOfUnit)),
    locality: shown(behind.rest.filter((token) => !isOfUnit(token))),
    display: `${number} ${street.map(capitalized).join(' ')}${written(units)}`,
  })
}
