import type { Language } from './language.ts'
import type { Answers } from './question.ts'
import type { City, ServiceId } from './service.ts'
import type { CancelReason, CountReason, HoldReason, InformationReason, VoidReason } from './reason.ts'
import type { PrinterCondition, PrintOutcome } from './slip.ts'
import type { Channel, LineId, LineSettings, Mark, Opening, Today } from './state.ts'
import type { CivilDate, Instant } from './time.ts'

export type Role = 'clerk' | 'supervisor' | 'oath' | 'admin'

/** Who gives a command; the server knows it from the session or the device token, never from the body. */
export type CommandActor =
  | { type: 'clerk'; id: string; name: string; roles: readonly Role[] }
  | { type: 'device'; id: string; kind: 'kiosk' | 'display' | 'agent'; printerId: string | null }
  | { type: 'system' }

export type Tender =
  /** `cents` is what was handed over; change follows from it */
  | { kind: 'cash'; cents: number }
  | { kind: 'check'; cents: number; checkNumber: string }
  /** what the terminal says: its reference and the last four digits; never more of a card */
  | { kind: 'card'; cents: number; reference: string; lastFour: string }

export interface IntakeDraft {
  service: ServiceId
  answers: Answers
  /** the total shown to the person, or null when none could be shown */
  quotedCents: number | null
}

/** What can be asked of an office's line, by kind. Bodies are checked at the edge; ids of new things are made by the line. */
export interface CommandBodies {
  'take-ticket': {
    channel: Channel
    language: Language
    line: LineId
    intakes: readonly IntakeDraft[]
    printerId: string | null
    /** a time today that was booked elsewhere */
    appointmentAt?: Instant | null | undefined
  }
  'call-next': { windowId: string }
  'call-visit': { windowId: string; visitId: string }
  'recall-visit': { visitId: string }
  'start-visit': { visitId: string }
  /** `note` is for colleagues: it is kept in the file of the visit's form; without a form there is no place for one */
  'hold-visit': { visitId: string; reason: HoldReason; note: string }
  'resume-visit': { visitId: string; windowId: string }
  'transfer-visit': { visitId: string; line: LineId | null; windowId: string | null }
  'return-visit': { visitId: string }
  'mark-no-show': { visitId: string }
  'rejoin-visit': { visitId: string }
  'complete-visit': { visitId: string }
  'cancel-visit': { visitId: string; reason: CancelReason }
  'undo-visit-step': { visitId: string }
  'remind-hold': { visitId: string }

  'open-window': { windowId: string }
  'close-window': { windowId: string }

  'add-intake': { visitId: string | null; channel: Channel; language: Language; intake: IntakeDraft }
  'correct-answers': { intakeId: string; rev: number; answers: Answers }
  'change-service': { intakeId: string; rev: number; service: ServiceId; answers: Answers }
  'start-review': { intakeId: string }
  'mark-paper': {
    intakeId: string
    rev: number
    item: number
    mark: Exclude<Mark, 'on-file'>
    evidence: string
  }
  'request-information': { intakeId: string; reason: InformationReason; note: string }
  'receive-information': { intakeId: string }
  /** into the visit that the clerk serves */
  'take-up-intake': { intakeId: string; visitId: string }
  'print-declaration': { intakeId: string; printerId: string }
  'sign-declaration': { intakeId: string }
  'administer-oath': { intakeId: string; manner: 'swear' | 'affirm'; wordingVersion: number }
  'approve-intake': { intakeId: string; rev: number }
  'deny-intake': { intakeId: string; code: string }
  'withdraw-intake': { intakeId: string }
  /** what cannot be voided any more: the money comes back from the city's finance office */
  'withdraw-paid-intake': { intakeId: string; reason: VoidReason }
  'issue-intake': { intakeId: string; handedNumbers: readonly string[]; printerId: string | null }
  /** `again`: it is taken back, and handed over anew */
  'cancel-issuance': { issuanceId: string; again: boolean }
  'amend-issuance': { issuanceId: string; answers: Answers; printerId: string | null }

  'open-till': { windowId: string; floatCents: number }
  'take-payment': {
    tillId: string
    visitId: string | null
    intakeIds: readonly string[]
    totalCents: number
    tenders: readonly Tender[]
    payer: string
    printerId: string | null
  }
  'void-payment': { receiptId: string; reason: VoidReason }
  'open-drawer': { tillId: string; reason: 'no-sale' | 'count' }
  'close-till': { tillId: string; countedCents: number; reason: CountReason | null }

  reprint: { jobId: string; printerId: string }
  'print-ticket': { visitId: string; printerId: string | null }
  'report-print': { jobId: string; outcome: PrintOutcome }
  'report-printer': { printerId: string; condition: PrinterCondition }
  'report-drawer': { printerId: string; open: boolean }

  'open-office': { city: City; lineSettings: LineSettings }
  /** its zone never: the days that are over were cut by it */
  'change-office': { city: Omit<City, 'zone'> }
  'add-window': { label: string; printerId: string | null; lines: readonly LineId[] | null }
  'change-window': {
    windowId: string
    label: string
    printerId: string | null
    lines: readonly LineId[] | null
  }
  'remove-window': { windowId: string }
  'add-printer': { printerId: string; name: string; deviceId: string }
  'remove-printer': { printerId: string }
  'change-line-settings': { lineSettings: LineSettings }
  'change-opening': { opening: Opening }
  'change-today': { today: Today }
  'change-service-settings': { service: ServiceId; from: CivilDate; values: Record<string, unknown> }
}

export type CommandKind = keyof CommandBodies

export type Command = { [Kind in CommandKind]: { kind: Kind; body: CommandBodies[Kind] } }[CommandKind]

/** What a command answers, beside the `seq` of its last fact. Ids and numbers only. */
export interface Replies {
  'take-ticket': { visitId: string; number: string; jobId: string | null; intakeIds: readonly string[] }
  'call-next': { visitId: string; number: string }
  'call-visit': { visitId: string; number: string }
  'add-intake': { intakeId: string }
  'print-declaration': { jobId: string }
  'issue-intake': { issuanceId: string; number: string; jobId: string | null }
  'amend-issuance': { jobId: string | null }
  'open-till': { tillId: string }
  'take-payment': { receiptId: string; number: number; changeCents: number; jobId: string | null }
  'void-payment': { jobId: string | null }
  'close-till': { expectedCents: number; overShortCents: number; jobId: string | null }
  reprint: { jobId: string }
  'print-ticket': { jobId: string }
  'add-window': { windowId: string }
}

export type Reply<Kind extends CommandKind> = Kind extends keyof Replies
  ? Replies[Kind]
  : Record<never, never>
