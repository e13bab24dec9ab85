import type { Language } from './language.ts'
import type { City, ServiceId } from './service.ts'
import type { CancelReason, HoldReason } from './reason.ts'
import type { PrinterCondition, PrintState, SlipKind } from './slip.ts'
import type { CivilDate, Instant } from './time.ts'

export type Channel = 'kiosk' | 'counter' | 'phone' | 'mail'

export type VisitState = 'waiting' | 'called' | 'serving' | 'on-hold' | 'completed' | 'no-show' | 'canceled'

/** The line a visit stands in: a service's id, or `other` for a ticket without a form. */
export type LineId = string

export type UndoableStep = 'call' | 'hold' | 'no-show' | 'complete'

/** What an undo of the visit's last step brings back. `remainingMs` is what was left on the timer that the step stopped. */
export interface VisitUndo {
  step: UndoableStep
  state: VisitState
  since: Instant
  windowId: string | null
  clerkId: string | null
  remainingMs: number | null
}

/** One resident's stay in the line. */
export interface Visit {
  id: string
  /** prefix and at least three digits: P012, P1000 */
  number: string
  businessDay: CivilDate
  line: LineId
  channel: Channel
  language: Language
  state: VisitState
  since: Instant
  createdAt: Instant
  /** grows with each ticket of a business day, whatever its prefix: tells apart those of one instant */
  arrival: number
  /** place in line: earlier is served first, then who came first; kept over hold, return and transfer */
  placeAt: Instant
  /** booked elsewhere, as the resident says; it moves nobody ahead */
  appointmentAt: Instant | null
  /** called and serving: where; waiting: only this window may call it; else null */
  windowId: string | null
  clerkId: string | null
  /** how often it has been called since it last waited */
  calls: number
  /** milliseconds at a window, all its earlier intervals together; while it is served the present one runs from `since` */
  servedMs: number
  /** when the timer of this state fires, or null */
  due: Instant | null
  /** why it is on hold or was canceled; else null */
  reason: HoldReason | CancelReason | null
  undo: VisitUndo | null
}

export type IntakeState =
  'submitted' | 'in-review' | 'needs-information' | 'approved' | 'paid' | 'issued' | 'denied' | 'withdrawn'

/** How a clerk settled one paper of the checklist. `on-file` is set by the assessment. */
export type Mark = 'seen' | 'copied' | 'waived' | 'not-acceptable' | 'on-file'

/** What someone told us for one service, without a word of what they told. */
export interface Intake {
  id: string
  service: ServiceId
  channel: Channel
  visitId: string | null
  businessDay: CivilDate
  state: IntakeState
  since: Instant
  /** why it needs information (`InformationReason`) or was denied (a code of the service); else null */
  reason: string | null
  /** counts corrections: 1 is as submitted */
  rev: number
  /** by checklist position; null is not looked at yet */
  marks: readonly (Mark | null)[]
  /** fee as computed for `rev` */
  owedCents: number
  /** what the kiosk (or clerk) showed before the ticket; null when it could not be told yet */
  quotedCents: number | null
  /** true when the assessment of `rev` has a problem that approval would be refused for */
  blocked: boolean
  needsDeclaration: boolean
  declarationAt: Instant | null
  needsOath: boolean
  oathAt: Instant | null
  receiptId: string | null
  issuanceId: string | null
}

/** A numbered counter position. */
export interface Window {
  id: string
  /** as the display says it: "3" */
  label: string
  printerId: string | null
  /** which lines it calls from; null is all */
  lines: readonly LineId[] | null
  /** who sits there now, or null */
  clerkId: string | null
}

export type TenderKind = 'cash' | 'check' | 'card'

/** One clerk's drawer session. */
export interface Till {
  id: string
  clerkId: string
  windowId: string
  businessDay: CivilDate
  state: 'open' | 'closed'
  openedAt: Instant
  closedAt: Instant | null
  floatCents: number
  /** float + cash in - cash out: what the drawer should hold */
  expectedCents: number
  countedCents: number | null
}

export interface Receipt {
  id: string
  /** per office, unbroken, from 1 */
  number: number
  tillId: string
  clerkId: string
  windowId: string
  visitId: string | null
  intakeIds: readonly string[]
  businessDay: CivilDate
  at: Instant
  totalCents: number
  /** what went into the drawer or to the bank, by kind; the sum is `totalCents` */
  tenders: readonly { kind: TenderKind; cents: number }[]
  changeCents: number
  /** revenue by account, for a void to reverse; the sum is `totalCents` */
  revenue: readonly { account: string; cents: number }[]
  voidedAt: Instant | null
}

export interface Printer {
  id: string
  name: string
  /** the agent that owns it */
  deviceId: string
  condition: PrinterCondition
  since: Instant
  /** since when the cash drawer on it stands open, or null: closed, or a drawer that it cannot feel */
  drawerOpenSince: Instant | null
}

/** The fact side of a print job: which paper, of what, where it stands. The paper itself is not here. */
export interface Print {
  id: string
  printerId: string
  kind: SlipKind | 'drawer'
  of: { visitId?: string; intakeId?: string; receiptId?: string; tillId?: string; issuanceId?: string }
  /** 0 is the original */
  copy: number
  originalId: string
  state: PrintState
  at: Instant
  businessDay: CivilDate
}

/** Settings of the line itself. */
export interface LineSettings {
  /** a called visit becomes a no-show after this long */
  noShowMs: number
  /** a visit on hold longer than this asks for attention */
  holdReminderMs: number
  /** an unprinted ticket does not print any more after this long */
  ticketExpiresMs: number
}

/** From one wall-clock time `HH:MM` to a later one of the same day. */
export interface OpenHours {
  from: string
  until: string
}

/** When the public is served. */
export interface Opening {
  /** Monday first, each day's spans in order; null: no hours are told, and the counter is always open */
  week: readonly (readonly OpenHours[])[] | null
  /** days on which nobody is served, whatever the week says */
  closedDays: readonly CivilDate[]
}

/** What is out of the ordinary on this business day; the next one is as usual again. */
export interface Today {
  isClosed: boolean
  servicesOff: readonly ServiceId[]
}

/**
 * Everything the line of one office decides on: today's visits and what is still open from before. Made of facts by `evolve` alone.
 * Plain JSON: it is also the snapshot that a screen starts from, less what its room may not see.
 */
export interface OfficeState {
  officeId: string
  /** the last fact folded in */
  seq: number
  hash: string
  /** time of the last fact; time never runs backwards in an office */
  at: Instant
  businessDay: CivilDate
  city: City
  lineSettings: LineSettings
  opening: Opening
  today: Today
  /** per service, what differs from the service's defaults: one change of a date, the earliest date first */
  serviceSettings: Record<ServiceId, { from: CivilDate; values: Record<string, unknown> }[]>
  /** ticket prefix -> last number given today */
  ticketCounters: Record<string, number>
  receiptCounter: number
  /** per service and calendar year (`yard-sale/2026`): last permit number given */
  issuanceCounters: Record<string, number>
  visits: Record<string, Visit>
  intakes: Record<string, Intake>
  windows: Record<string, Window>
  tills: Record<string, Till>
  receipts: Record<string, Receipt>
  printers: Record<string, Printer>
  prints: Record<string, Print>
}
