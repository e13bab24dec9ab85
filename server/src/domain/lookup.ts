import type { Language } from './language.ts'
import type { Answers, AnswerValue } from './question.ts'
import type { Assessment, ServiceId } from './service.ts'
import type { CivilDate, Instant } from './time.ts'
import type { Slip } from './slip.ts'

/** What a command wants to have read from history before it is decided. The line reads those of a whole batch at once. */
export type Lookup =
  | { kind: 'intake-file'; intakeId: string }
  | { kind: 'record'; service: ServiceId; key: string }
  | { kind: 'issuances'; service: ServiceId; subject: string }
  | { kind: 'issuance'; issuanceId: string }
  | { kind: 'claims'; scope: string; subject: string }
  | { kind: 'print-job'; jobId: string }
  | { kind: 'receipt'; receiptId: string }
  | { kind: 'staff'; staffId: string }

/** Free words, so they may be personal: they live and are purged with the intake's file. */
export interface ClerkNote {
  text: string
  clerkId: string
  at: Instant
}

/** The personal side of an intake: what was answered, and what followed from it when it was last assessed. */
export interface IntakeFile {
  intakeId: string
  service: ServiceId
  language: Language
  rev: number
  answers: Answers
  assessment: Assessment
  /** by checklist position; what the clerk noted of the paper seen */
  evidence: Readonly<Record<number, string>>
  /** the last word of a clerk to whoever goes on with it */
  note: ClerkNote | null
}

/** Something the city keeps of a thing, imported or written by an issuance: a dog's license record, for one. */
export interface CityRecord {
  service: ServiceId
  key: string
  /** `writtenBy` is the intake whose issuance wrote it last, null where a cancellation did, and says nothing of the thing */
  data: Readonly<Record<string, AnswerValue | null>>
}

export interface Issuance {
  id: string
  service: ServiceId
  intakeId: string | null
  kind: 'permit' | 'tag' | 'pass' | 'none'
  number: string
  subject: string
  validFrom: CivilDate
  validUntil: CivilDate
  issuedAt: Instant
  state: 'valid' | 'canceled'
  data: Answers
}

/** Whether the record still says what this issuance made it say. */
export const isAsLeft = ({ service, intakeId }: Issuance, key: string, found: Found): boolean =>
  intakeId !== null && found.record(service, key)?.data['writtenBy'] === intakeId

/** Whether one of the records that it wrote says something else by now: that one is not put back. */
export const isWrittenSince = (issuance: Issuance, wrote: readonly Lookup[], found: Found): boolean =>
  wrote.some((lookup) => lookup.kind === 'record' && !isAsLeft(issuance, lookup.key, found))

export interface Claim {
  scope: string
  subject: string
  slot: number
  intakeId: string
}

export interface PrintedPaper {
  jobId: string
  printerId: string
  copy: number
  slip: Slip | null
  /** of the first print of this paper; every copy points at it */
  originalJobId: string
  /** the highest copy so far: 0 while only the original exists */
  copies: number
}

/** The part of a receipt that only paper and staff see. */
export interface ReceiptFile {
  receiptId: string
  payer: string
}

/** Who works or worked at this office, as colleagues call them. */
export interface StaffName {
  staffId: string
  name: string
}

interface Answer {
  'intake-file': IntakeFile | null
  record: CityRecord | null
  issuances: readonly Issuance[]
  issuance: Issuance | null
  claims: readonly Claim[]
  'print-job': PrintedPaper | null
  receipt: ReceiptFile | null
  staff: StaffName | null
}

export type LookupAnswer<Kind extends Lookup['kind'] = Lookup['kind']> = Answer[Kind]

export const lookupKey = (lookup: Lookup): string => {
  switch (lookup.kind) {
    case 'intake-file':
      return `intake-file:${lookup.intakeId}`
    case 'record':
      return `record:${lookup.service}:${lookup.key}`
    case 'issuances':
      return `issuances:${lookup.service}:${lookup.subject}`
    case 'issuance':
      return `issuance:${lookup.issuanceId}`
    case 'claims':
      return `claims:${lookup.scope}:${lookup.subject}`
    case 'print-job':
      return `print-job:${lookup.jobId}`
    case 'receipt':
      return `receipt:${lookup.receiptId}`
    case 'staff':
      return `staff:${lookup.staffId}`
  }
}

/** What has been read. Asking for what was not declared (or not read yet) gives nothing, as if it did not exist. */
export class Found {
  readonly #answers = new Map<string, LookupAnswer>()

  with<Kind extends Lookup['kind']>(lookup: Lookup & { kind: Kind }, answer: LookupAnswer<Kind>): this {
    this.#answers.set(lookupKey(lookup), answer)
    return this
  }

  has(lookup: Lookup): boolean {
    return this.#answers.has(lookupKey(lookup))
  }

  intakeFile(intakeId: string): IntakeFile | null {
    return this.#get<'intake-file'>({ kind: 'intake-file', intakeId }) ?? null
  }

  record(service: ServiceId, key: string): CityRecord | null {
    return this.#get<'record'>({ kind: 'record', service, key }) ?? null
  }

  issuances(service: ServiceId, subject: string): readonly Issuance[] {
    return this.#get<'issuances'>({ kind: 'issuances', service, subject }) ?? []
  }

  issuance(issuanceId: string): Issuance | null {
    return this.#get<'issuance'>({ kind: 'issuance', issuanceId }) ?? null
  }

  claims(scope: string, subject: string): readonly Claim[] {
    return this.#get<'claims'>({ kind: 'claims', scope, subject }) ?? []
  }

  printJob(jobId: string): PrintedPaper | null {
    return this.#get<'print-job'>({ kind: 'print-job', jobId }) ?? null
  }

  receipt(receiptId: string): ReceiptFile | null {
    return this.#get<'receipt'>({ kind: 'receipt', receiptId }) ?? null
  }

  staffName(staffId: string): string | null {
    return this.#get<'staff'>({ kind: 'staff', staffId })?.name ?? null
  }

  #get<Kind extends Lookup['kind']>(lookup: Lookup & { kind: Kind }): LookupAnswer<Kind> | undefined {
    return this.#answers.get(lookupKey(lookup)) as LookupAnswer<Kind> | undefined
  }
}
