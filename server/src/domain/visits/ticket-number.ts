import type { ServiceId, Service } from '../service.ts'
import type { LineId, OfficeState } from '../state.ts'
import { carriedNumbers } from './visit-tally.ts'

/** One letter before the number; a line without a form has A. */
export const prefixOf = (line: LineId, services: ReadonlyMap<ServiceId, Service>): string =>
  services.get(line)?.prefix ?? 'A'

export const ticketNumber = (prefix: string, counter: number): string =>
  prefix + String(counter).padStart(3, '0')

/** What the next ticket's place among all tickets of its day is. */
export const arrivalOf = ({ ticketCounters }: OfficeState, prefix: string, counter: number): number =>
  Object.values({ ...ticketCounters, [prefix]: counter }).reduce((sum, given) => sum + given, 0)

/**
 * The next number of a prefix today: three digits or more, never given twice on a business day, and never one that a visit
 * of an earlier day still carries.
 */
export const nextTicket = (state: OfficeState, prefix: string): { number: string; counter: number } => {
  const carried = carriedNumbers(state)
  let counter = (state.ticketCounters[prefix] ?? 0) + 1
  while (carried.has(ticketNumber(prefix, counter))) counter += 1
  return { number: ticketNumber(prefix, counter), counter }
}
