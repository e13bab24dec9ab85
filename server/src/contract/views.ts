import type { Role } from '../domain/command.ts'
import type { Language, Texts } from '../domain/language.ts'
import type { IntakeFile, Issuance } from '../domain/lookup.ts'
import type { Answers, AnswerValue, Question, QuestionId } from '../domain/question.ts'
import type { Assessment, City, Form, OnFile, Page, Problem, ServiceId } from '../domain/service.ts'
import type { IntakeState, LineId, VisitState } from '../domain/state.ts'
import type { CivilDate, Instant } from '../domain/time.ts'

/** A service as data: what an app needs to ask its questions in any language. */
export interface ServiceDefinition {
  id: ServiceId
  prefix: string
  icon: string
  name: Texts
  about: Texts
  questions: readonly Question[]
  texts: Readonly<Record<string, Texts>>
  denials: readonly string[]
  /** what it is when someone holds a code under the scanner that answers this question */
  scanned?: { question: QuestionId; answers: Answers }
}

export interface OathWording {
  version: number
  swear: Texts
  affirm: Texts
}

export interface ServicesView {
  city: City | null
  services: readonly ServiceDefinition[]
  oath: OathWording
  /** who reviewed the law's wording in each language; null: nobody yet, and English stands beside it */
  translators: Readonly<Record<Language, string | null>>
  /** streets to suggest while an address is typed */
  streets: readonly string[]
}

export interface StaffView {
  id: string
  name: string
  roles: readonly Role[]
}

export interface SessionView {
  staff: StaffView
  officeId: string
}

/** What answers and records come to. `invalid` names answers that do not fit their question; they were left out. */
export interface AssessmentView {
  answers: Answers
  assessment: Assessment
  invalid: readonly { question: QuestionId; code: string }[]
}

/** All that staff may see of an intake. While it is undecided, `file.assessment.problems` and `invalid` are those of this moment. */
export interface IntakeView {
  file: IntakeFile
  corrections: readonly { rev: number; at: number; by: string; was: Answers }[]
  /** with its paper's `jobId`, as long as it can be printed again */
  receipt: { receiptId: string; number: number; payer: string; jobId: string | null } | null
  issuance: Issuance | null
  /** answers that do not fit their question any more, such as a day that is over */
  invalid: AssessmentView['invalid']
  /** what the city's records hold of this now */
  onFile: readonly OnFile[]
  /** what the kiosk quoted, when it could; what is owed now stands with the intake */
  quotedCents: number | null
}

export interface PaperFormView {
  city: City
  form: Form
}

export interface IssuancePageView {
  city: City
  page: Page | null
  issuance: Issuance
}

/** What was issued, whose it is, and what may be done with it now. */
export interface IssuanceView {
  issuance: Issuance
  /** null when it was purged, or issued without a form */
  file: IntakeFile | null
  /** whether it still counts towards a limit when it is canceled now; null where there is no limit */
  countsWhenCanceled: boolean | null
  /** whether a record that it wrote was written again since: canceled now, that record stays as it is */
  writtenSince: boolean
  /** the questions that may be answered anew; none when it cannot be amended */
  amends: readonly QuestionId[]
  /** its last slip, as long as it can be printed again */
  slip: { jobId: string; at: Instant } | null
}

/** What stands against amending it with these answers. */
export interface AmendmentView {
  problem: Problem | null
  invalid: readonly { question: QuestionId; code: string }[]
}

export type SearchHit =
  | {
      kind: 'visit'
      visitId: string
      number: string
      businessDay: CivilDate
      line: LineId
      state: VisitState
    }
  | {
      kind: 'issuance'
      issuanceId: string
      service: ServiceId
      thing: Issuance['kind']
      number: string
      name: string | null
      validFrom: CivilDate
      validUntil: CivilDate
      state: Issuance['state']
    }
  | {
      kind: 'intake'
      intakeId: string
      service: ServiceId
      name: string | null
      phone: string | null
      state: IntakeState
      businessDay: CivilDate
      visit: { id: string; number: string } | null
    }
  | { kind: 'record'; service: ServiceId; key: string; lines: readonly OnFile[] }

/** What a phone sees by the secret of its ticket. */
export interface MyTicketView {
  number: string
  state: VisitState
  window: string | null
  before: number
  wait: { fromMinutes: number; toMinutes: number } | null
  language: Language
  city: City
}

export type { AnswerValue }
