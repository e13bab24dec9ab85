import type { Audience } from '../../contract/live.ts'
import type { Fact, FactKind } from '../../domain/fact.ts'
import type { OfficeState } from '../../domain/state.ts'

/** What one room is: whose eyes, for a kiosk the printer its tickets come out of, for an agent whose printers it sees. */
export interface Room {
  audience: Audience
  officeId: string
  deviceId: string | null
  printerId: string | null
}

const lobby: readonly Audience[] = ['console', 'kiosk', 'display']
const printing: readonly Audience[] = ['console', 'kiosk', 'agent']
const consoles: readonly Audience[] = ['console']

/** Who sees which facts. Facts about printers and prints are besides only for those that own them. */
export const factAudiences: Readonly<Record<FactKind, readonly Audience[]>> = {
  'office-opened': ['console', 'kiosk', 'display', 'agent'],
  'office-changed': ['console', 'kiosk', 'display', 'agent'],
  'day-opened': ['console', 'kiosk', 'display', 'agent'],
  'line-settings-changed': consoles,
  'service-settings-changed': [],
  'opening-changed': lobby,
  'today-changed': lobby,
  'window-added': lobby,
  'window-changed': lobby,
  'window-removed': lobby,
  'window-opened': lobby,
  'window-closed': lobby,
  'printer-added': printing,
  'printer-removed': printing,
  'printer-reported': printing,
  'drawer-sensed': printing,

  'visit-created': lobby,
  'visit-called': lobby,
  'visit-recalled': lobby,
  'visit-started': lobby,
  'visit-held': lobby,
  'visit-hold-reminded': lobby,
  'visit-resumed': lobby,
  'visit-transferred': lobby,
  'visit-returned': lobby,
  'visit-marked-no-show': lobby,
  'visit-rejoined': lobby,
  'visit-completed': lobby,
  'visit-canceled': lobby,
  'visit-step-undone': lobby,

  'intake-submitted': consoles,
  'intake-corrected': consoles,
  'intake-service-changed': consoles,
  'intake-review-started': consoles,
  'intake-paper-marked': consoles,
  'intake-information-requested': consoles,
  'intake-information-received': consoles,
  'intake-taken-up': consoles,
  'intake-declaration-signed': consoles,
  'intake-oath-administered': consoles,
  'intake-approved': consoles,
  'intake-denied': consoles,
  'intake-withdrawn': consoles,
  'intake-issued': consoles,
  'issuance-canceled': consoles,
  'issuance-amended': consoles,

  'till-opened': consoles,
  'payment-taken': consoles,
  'payment-voided': consoles,
  'drawer-opened': consoles,
  'till-closed': consoles,

  'print-requested': printing,
  'print-reported': printing,
}

/** The printer that a fact is about; `null` when it is about none. */
const printerOf = (fact: Fact, state: OfficeState): string | null | undefined => {
  switch (fact.kind) {
    case 'printer-added':
    case 'printer-removed':
    case 'printer-reported':
    case 'drawer-sensed':
    case 'print-requested':
      return fact.body.printerId
    case 'print-reported':
      return state.prints[fact.body.jobId]?.printerId
    default:
      return null
  }
}

const owns = (room: Room, state: OfficeState, printerId: string | undefined): boolean =>
  printerId !== undefined &&
  (room.printerId === printerId || state.printers[printerId]?.deviceId === room.deviceId)

/** Outside the console nobody needs to know why, nor the key of someone else's command. */
const redacted = (fact: Fact): Fact => {
  switch (fact.kind) {
    case 'visit-held':
      return { ...fact, commandKey: '', body: { ...fact.body, reason: 'other' } }
    case 'visit-canceled':
      return { ...fact, commandKey: '', body: { ...fact.body, reason: 'other' } }
    default:
      return { ...fact, commandKey: '' }
  }
}

/** @param state the office after these facts */
export const projectFacts = (facts: readonly Fact[], state: OfficeState, room: Room): readonly Fact[] => {
  const meant = facts.filter(({ kind }) => factAudiences[kind].includes(room.audience))
  if (room.audience === 'console') return meant
  return meant
    .filter((fact) => {
      const printerId = printerOf(fact, state)
      return printerId === null || owns(room, state, printerId)
    })
    .map(redacted)
}

const withoutReasons = (visits: OfficeState['visits']): OfficeState['visits'] =>
  Object.fromEntries(
    Object.entries(visits).map(([id, visit]) => [
      id,
      visit.reason === null ? visit : { ...visit, reason: 'other' as const },
    ]),
  )

/** What a room's screens start from: the same slices as the facts that it will see. A city's streets are with the server alone. */
export const projectState = (state: OfficeState, room: Room): OfficeState => {
  if (room.audience === 'console') return { ...state, serviceSettings: {} }
  const inLobby = room.audience !== 'agent'
  const ofPrinters = <Value>(all: Readonly<Record<string, Value>>, printerOf: (value: Value) => string) =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => owns(room, state, printerOf(value))))
  return {
    ...state,
    serviceSettings: {},
    ticketCounters: {},
    receiptCounter: 0,
    issuanceCounters: {},
    visits: inLobby ? withoutReasons(state.visits) : {},
    intakes: {},
    windows: inLobby ? state.windows : {},
    tills: {},
    receipts: {},
    printers: ofPrinters(state.printers, (printer) => printer.id),
    prints: ofPrinters(state.prints, (print) => print.printerId),
  }
}
