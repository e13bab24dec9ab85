import { isOpenVisit } from '@lobbyline/server/contract'
import type { OfficeState, Visit } from '@lobbyline/server/contract'

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

/**
 * The visit that a ticket is of, by its number as people type it or by its code as a scanner reads it. Digits alone will do where
 * one open visit has them. Null when nobody has it today.
 */
export const findTicket = (text: string, { visits }: Pick<OfficeState, 'visits'>): Visit | null => {
  const [, visitId] = addressPattern.exec(text.trim()) ?? []
  if (visitId !== undefined) return visits[visitId] ?? null
  const [, letter, digits] = numberPattern.exec(plain(text)) ?? []
  if (digits === undefined) return null
  const found = Object.values(visits).filter((visit) => matches(visit, letter, digits))
  if (letter === undefined) {
    const open = found.filter(isOpenVisit)
    return open.length === 1 ? (open[0] ?? null) : null
  }
  return found.sort(byWorth)[0] ?? null
}
