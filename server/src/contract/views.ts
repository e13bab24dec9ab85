import type { Role } from '../domain/command.ts'
import type { Language, Texts } from '../domain/language.ts'
import type { IntakeFile, Issuance } from '../domain/lookup.ts'
import type { Answers, AnswerValue, Question, QuestionId } from '../domain/question.ts'
import type { Assessment, City, OnFile, Page, ServiceId } from '../domain/service.ts'
import type { VisitState } from '../domain/state.ts'

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

/** All that staff may see of an intake. */
export interface IntakeView {
  file: IntakeFile
  corrections: readonly { rev: number; at: number; by: string; was: Answers }[]
  receipt: { receiptId: string; number: number; payer: string } | null
  issuance: Issuance | null
  /** what the city's records hold of this now */
  onFile: readonly OnFile[]
  /** what the kiosk quoted, when it could; what is owed now stands with the intake */
  quotedCents: number | null
}

export interface IssuancePageView {
  city: City
  page: Page | null
  issuance: Issuance
}

export interface SearchHit {
  kind: 'record' | 'issuance' | 'intake'
  id: string
  service: ServiceId
  title: string
  detail: string
}

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
