import type { Language } from './language.ts'
import type { City, ServiceId } from './service.ts'
import type { CancelReason, CountReason, HoldReason, InformationReason, VoidReason } from './reason.ts'
import type { PrinterCondition, PrintOutcome } from './slip.ts'
import type {
  Channel,
  IntakeState,
  LineId,
  LineSettings,
  Mark,
  Opening,
  Print,
  TenderKind,
  Today,
  UndoableStep,
  VisitState,
} from './state.ts'
import type { CivilDate, Instant } from './time.ts'

/** The state a subject leaves and since when it was in it: every duration falls out of the facts. */
interface VisitStep {
  visitId: string
  from: VisitState
  since: Instant
}

interface IntakeStep {
  intakeId: string
  from: IntakeState
  since: Instant
}

/** What an assessment means for the line, without what it says of the person. */
export interface IntakeTerms {
  marks: readonly (Mark | null)[]
  owedCents: number
  blocked: boolean
  needsDeclaration: boolean
  needsOath: boolean
}

/**
 * What can happen in an office, by kind. No personal data: ids, codes, amounts; nothing from which a disability, a reduced fare
 * or the choice between oath and affirmation could be read of a person.
 */
export interface FactBodies {
  'office-opened': { city: City; lineSettings: LineSettings }
  'office-changed': { city: City }
  'day-opened': { businessDay: CivilDate }
  'line-settings-changed': { lineSettings: LineSettings }
  'service-settings-changed': { service: ServiceId; from: CivilDate; values: Record<string, unknown> }
  'opening-changed': { opening: Opening }
  'today-changed': { today: Today }
  'window-added': {
    windowId: string
    label: string
    printerId: string | null
    lines: readonly LineId[] | null
  }
  'window-changed': {
    windowId: string
    label: string
    printerId: string | null
    lines: readonly LineId[] | null
  }
  'window-removed': { windowId: string }
  'window-opened': { windowId: string; clerkId: string }
  'window-closed': { windowId: string; clerkId: string }
  'printer-added': { printerId: string; name: string; deviceId: string }
  'printer-removed': { printerId: string }
  'printer-reported': {
    printerId: string
    condition: PrinterCondition
    from: PrinterCondition
    since: Instant
  }
  /** as the printer feels it, whoever opened it; `since` is when it was opened, where it is closed now */
  'drawer-sensed': { printerId: string; open: boolean; since: Instant | null }

  'visit-created': {
    visitId: string
    number: string
    prefix: string
    counter: number
    line: LineId
    channel: Channel
    language: Language
    businessDay: CivilDate
    /** left out where there is none */
    appointmentAt?: Instant
    /** older facts do not tell it */
    arrival?: number
  }
  'visit-called': VisitStep & { windowId: string; clerkId: string; due: Instant; chosen: boolean }
  'visit-recalled': VisitStep & { windowId: string; due: Instant }
  'visit-started': VisitStep & { windowId: string }
  'visit-held': VisitStep & { reason: HoldReason; due: Instant }
  'visit-hold-reminded': VisitStep
  'visit-resumed': VisitStep & { windowId: string; clerkId: string }
  'visit-transferred': VisitStep & { line: LineId; windowId: string | null }
  'visit-returned': VisitStep
  'visit-marked-no-show': VisitStep
  'visit-rejoined': VisitStep
  'visit-completed': VisitStep
  'visit-canceled': VisitStep & { reason: CancelReason }
  'visit-step-undone': VisitStep & { step: UndoableStep; due: Instant | null }

  'intake-submitted': {
    intakeId: string
    service: ServiceId
    channel: Channel
    visitId: string | null
    businessDay: CivilDate
    quotedCents: number | null
    terms: IntakeTerms
  }
  /** `sameAnswers`: the records or rules have changed, not what was told; what was signed or sworn to still stands */
  'intake-corrected': IntakeStep & { rev: number; terms: IntakeTerms; sameAnswers: boolean }
  'intake-service-changed': IntakeStep & {
    rev: number
    service: ServiceId
    wasService: ServiceId
    quotedCents: number | null
    terms: IntakeTerms
  }
  'intake-review-started': IntakeStep
  'intake-paper-marked': { intakeId: string; item: number; mark: Mark; was: Mark | null }
  'intake-information-requested': IntakeStep & { reason: InformationReason }
  'intake-information-received': IntakeStep
  'intake-taken-up': { intakeId: string; visitId: string; wasVisitId: string | null }
  'intake-declaration-signed': { intakeId: string; clerkId: string }
  'intake-oath-administered': { intakeId: string; clerkId: string; wordingVersion: number }
  'intake-approved': IntakeStep
  'intake-denied': IntakeStep & { code: string }
  /** the reason where it was paid */
  'intake-withdrawn': IntakeStep & { reason?: VoidReason }
  'intake-issued': IntakeStep & {
    issuanceId: string
    kind: 'permit' | 'tag' | 'pass' | 'none'
    number: string
    /** the counter it took its number from and the value it had then, or null when the number was entered or kept */
    counter: { name: string; value: number } | null
  }
  /** of `again` the intake is paid once more, and handed over anew */
  'issuance-canceled': { issuanceId: string; releasesClaims: boolean; again?: IntakeStep }
  'issuance-amended': { issuanceId: string }

  'till-opened': {
    tillId: string
    clerkId: string
    windowId: string
    businessDay: CivilDate
    floatCents: number
  }
  'payment-taken': {
    receiptId: string
    number: number
    tillId: string
    clerkId: string
    windowId: string
    visitId: string | null
    intakeIds: readonly string[]
    businessDay: CivilDate
    totalCents: number
    tenders: readonly { kind: TenderKind; cents: number }[]
    changeCents: number
    /** revenue by account; the sum is `totalCents` */
    revenue: readonly { account: string; cents: number }[]
  }
  'payment-voided': {
    receiptId: string
    tillId: string
    reason: VoidReason
    totalCents: number
    tenders: readonly { kind: TenderKind; cents: number }[]
    revenue: readonly { account: string; cents: number }[]
  }
  'drawer-opened': { tillId: string; windowId: string; reason: 'sale' | 'void' | 'no-sale' | 'count' }
  'till-closed': {
    tillId: string
    countedCents: number
    expectedCents: number
    overShortCents: number
    reason: CountReason | null
  }

  'print-requested': Pick<Print, 'printerId' | 'kind' | 'of' | 'copy' | 'originalId' | 'businessDay'> & {
    jobId: string
  }
  'print-reported': { jobId: string; outcome: PrintOutcome }
}

export type FactKind = keyof FactBodies

/** A fact as decided: it gets its number and hash when the line stores it. */
export type FactBody = { [Kind in FactKind]: { kind: Kind; body: FactBodies[Kind] } }[FactKind]

/** `clerk:<id>`, `device:<id>` or `system`. */
export type Actor = string

/** A fact as stored: one place in one order, `(office, seq)`. `hash` covers all other fields and the hash before. */
export type Fact = FactBody & {
  office: string
  seq: number
  /** format of the body */
  v: number
  at: Instant
  actor: Actor
  commandKey: string
  hash: string
}
