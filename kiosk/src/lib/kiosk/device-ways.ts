import type { DeviceInput } from '@lobbyline/server/contract'
import { findTicket, isTicketCode } from '#lib/flow/find-ticket.ts'
import type { FoundTicket } from '#lib/flow/find-ticket.ts'
import { begunBy } from '#lib/flow/scanned.ts'
import { useDevice } from '#lib/input/device-input.ts'
import { savedKeys } from '#lib/input/learned-keys.ts'
import { listenToOwnKeys } from '#lib/input/own-keys.ts'
import { listenForScans } from '#lib/input/wedge.ts'
import type { Kiosk } from './kiosk.svelte.ts'

/** The visit of a ticket's number or code, as far as this kiosk knows the line. */
export const ticketOf = ({ live, now }: Kiosk, text: string): FoundTicket =>
  live.office ? findTicket(text, live.office, now) : 'unknown'

/**
 * A ticket held under the scanner is shown to whoever holds it, unless they are in the middle of something else. One that nobody
 * knows is told so like any other code.
 */
const showTicket = (kiosk: Kiosk, text: string): boolean => {
  const { name } = kiosk.flow.page
  if (!isTicketCode(text)) return false
  if (name !== 'attract' && name !== 'service' && name !== 'number' && name !== 'standing') return true
  const visit = ticketOf(kiosk, text)
  if (typeof visit === 'string') return name === 'standing'
  if (name === 'attract') kiosk.begin(visit.language)
  kiosk.flow.showTicket(visit.id)
  return true
}

/** What is held under the scanner before anything is chosen begins what it is for, or is told to belong to the clerk. */
const beginWith = (kiosk: Kiosk, text: string): boolean => {
  const { flow } = kiosk
  const { name } = flow.page
  if (kiosk.isShut || kiosk.counter.standing.state !== 'ready') return false
  if (name !== 'attract' && name !== 'service') return false
  if (name === 'attract') kiosk.begin(kiosk.language)
  const filed = flow.filed.map(({ service }) => service.id)
  const offered = kiosk.services.filter(({ id }) => !filed.includes(id))
  const begun = begunBy(text, offered, kiosk.today)
  if (!begun) flow.tellUnknownCode()
  else if (kiosk.isOff(begun.service.id)) flow.tellOff(begun.service)
  else void flow.choose(begun.service, begun.answers)
  return true
}

const act = (kiosk: Kiosk, input: DeviceInput): void => {
  kiosk.notice()
  if (input.kind === 'scan' && (showTicket(kiosk, input.text) || beginWith(kiosk, input.text))) return
  useDevice(input)
}

const noEcho = (_input: DeviceInput): boolean => false
let isEcho = noEcho

/** What was done at the keypad or the scanner of this kiosk, as a device agent tells it. */
export const hear = (kiosk: Kiosk, input: DeviceInput): void => {
  if (!isEcho(input)) act(kiosk, input)
}

/** The scanner and the keypad that type into this page; what an agent reads of the same keypad is their echo. @returns stops it */
export const listenToDevices = (kiosk: Kiosk): (() => void) => {
  const keys = listenToOwnKeys(savedKeys(), (input) => act(kiosk, input))
  const endScans = listenForScans((text) => act(kiosk, { kind: 'scan', text }))
  isEcho = keys.isEcho
  return () => {
    isEcho = noEcho
    endScans()
    keys.end()
  }
}
