import type { City, IntakeState, Mark } from '@lobbyline/server/contract'

/** What lies over the desk, one at a time. */
export type Panel =
  | { kind: 'new-ticket'; forVisit: string | null }
  | { kind: 'change-service'; intakeId: string }
  | { kind: 'mark'; intakeId: string; item: number; mark: Exclude<Mark, 'on-file' | 'seen' | 'copied'> }
  | { kind: 'deny'; intakeId: string }
  | { kind: 'withdraw'; intakeId: string }
  | { kind: 'needs-information'; intakeId: string }
  | { kind: 'print-declaration'; intakeId: string }
  | { kind: 'hold'; visitId: string }
  | { kind: 'transfer'; visitId: string }
  | { kind: 'cancel'; visitId: string }
  /** `of`: the office that a scanned ticket is of, which may be another */
  | { kind: 'visit'; visitId: string; of?: City }
  /** null: mine is to be opened */
  | { kind: 'till'; tillId: string | null }
  | { kind: 'papers' }
  | { kind: 'void'; receiptId: string }
  | { kind: 'withdraw-paid'; intakeId: string }
  | { kind: 'windows' }
  | { kind: 'tray' }
  /** somebody else's: the clerk whom it was opened for */
  | { kind: 'close-window'; windowId: string; clerkId: string }
  | { kind: 'search'; q?: string }
  | { kind: 'issuance'; issuanceId: string }
  | { kind: 'intake'; intakeId: string; state: IntakeState }
  | { kind: 'help' }
