import type { Claim, CityRecord, IntakeFile, Issuance } from './lookup.ts'
import type { Tender } from './command.ts'
import type { PrintJob } from './slip.ts'

/**
 * What a command stores beside its facts, in tables with a purge date: answers, papers, names, claims.
 * It is stored by the same statement or not at all; nothing of it is in a fact, and no state is rebuilt from it.
 */
export type Filing =
  | {
      type: 'intake-file'
      file: IntakeFile
      name: string | null
      phone: string | null
      /** numbers that were told, such as a tag's */
      codes: readonly string[]
      addressKey: string | null
    }
  /** an answer that was corrected: the old values are kept */
  | { type: 'correction'; intakeId: string; rev: number; was: IntakeFile['answers'] }
  | { type: 'oath'; intakeId: string; manner: 'swear' | 'affirm' }
  | { type: 'issuance'; issuance: Issuance }
  | { type: 'claim-taken'; claim: Claim }
  | { type: 'claim-released'; claim: Claim }
  | { type: 'record'; record: CityRecord }
  | {
      type: 'receipt-file'
      receiptId: string
      payer: string
      tenders: readonly Tender[]
      lines: readonly { text: string; cents: number }[]
    }
  | { type: 'print-job'; job: PrintJob; originalJobId: string }
