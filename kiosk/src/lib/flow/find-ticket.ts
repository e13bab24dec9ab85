import { canComeBack, isOpenVisit } from '@lobbyline/server/contract'
import type { Instant, OfficeState, Visit } from '@lobbyline/server/contract'

/** What a ticket's square code leads to: `…/t/<visit>.<secret>`. */
const addressPattern = /\/t\/([0-9a-z-]{1,64})\.[\w-]+\/?$/

export const isTicketCode = (text: string): boolean => addressPattern.test(text.trim())

/** "p 12", "P-012" and "P012" are one number; an O among the digits is a zero that was read as a letter. */
const numberPattern = /^([A-Z])?0*(\d{1,6})$/

const plain = (text: string): string => {
  const [first = '', ...rest] = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return first + rest.join('').replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1')
}

const matches = (visit: Visit, letter: string | undefined, digits: string): boolean => {
  const [, own, ownDigits] = numberPattern.exec(visit.number) ?? []
  return ownDigits === digits && (letter === undefined || letter === own)
}

/** Open ones before those that are done, the latest first. */
const byWorth = (one: Visit, other: Visit): number =>
  Number(isOpenVisit(other)) - Number(isOpenVisit(one)) || other.createdAt - one.createdAt

/** `unknown`: nobody has it today; `several`: without its letter it may be one or another. */
export type FoundTicket = Visit | 'unknown' | 'several'

const onlyOne = (visits: readonly Visit[]): FoundTicket =>
  visits.length > 1 ? 'several' : (visits[0] ?? 'unknown')

/**
 * The visit that a ticket is of, by its number as people type it or by its code as a scanner reads it. Digits alone will do where
 * one open visit has them, or none, and one that can come back.
 */
export const findTicket = (
  text: string,
  { visits }: Pick<OfficeState, 'visits'>,
  now: Instant,
): FoundTicket => {
  const [, visitId] = addressPattern.exec(text.trim()) ?? []
  if (visitId !== undefined) return visits[visitId] ?? 'unknown'
  const [, letter, digits] = numberPattern.exec(plain(text)) ?? []
  if (digits === undefined) return 'unknown'
  const found = Object.values(visits).filter((visit) => matches(visit, letter, digits))
  if (letter === undefined) {
    const open = found.filter(isOpenVisit)
    return onlyOne(open.length > 0 ? open : found.filter((visit) => canComeBack(visit, now)))
  }
  return found.sort(byWorth)[0] ?? 'unknown'
}
