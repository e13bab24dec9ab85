import type { DeviceInput, Visit } from '@lobbyline/server/contract'
import { findTicket, isTicketCode } from '#lib/flow/find-ticket.ts'
import { useDevice } from '#lib/input/device-input.ts'
import type { Kiosk } from './kiosk.svelte.ts'

/** The visit of a ticket's number or code, as far as this kiosk knows the line. */
export const ticketOf = ({ live }: Kiosk, text: string): Visit | null =>
  live.office && findTicket(text, live.office)

/** A ticket held under the scanner is shown to whoever holds it, unless they are in the middle of something else. */
const showTicket = (kiosk: Kiosk, text: string): boolean => {
  const { name } = kiosk.flow.page
  if (!isTicketCode(text)) return false
  if (name !== 'attract' && name !== 'service' && name !== 'number' && name !== 'standing') return true
  const visit = ticketOf(kiosk, text)
  if (!visit) return name !== 'number'
  if (name === 'attract') kiosk.begin(visit.language)
  kiosk.flow.showTicket(visit.id)
  return true
}

/** What was done at the keypad or the scanner of this kiosk. */
export const hear = (kiosk: Kiosk, input: DeviceInput): void => {
  kiosk.touch()
  if (input.kind === 'scan' && showTicket(kiosk, input.text)) return
  useDevice(input)
}
