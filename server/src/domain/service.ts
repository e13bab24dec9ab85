import type { Language, Texts } from './language.ts'
import type { CityRecord, Found, Issuance, Lookup } from './lookup.ts'
import type { Answers, Question, QuestionId } from './question.ts'
import type { SettingRules } from './offices/setting-rules.ts'
import type { Slip, SlipBlock } from './slip.ts'
import type { CivilDate, Instant } from './time.ts'

export type ServiceId = string

/** What fills a `{place}` of a text: dates, money and lists are written as the language writes them. */
export type Value =
  string | number | { date: CivilDate } | { cents: number } | { text: string } | { list: readonly Value[] }
export type Values = Readonly<Record<string, Value>>

/** A code of the service's own `texts`, with what fills its places. `{text: code}` in values is worded by the same texts. */
export interface Said {
  code: string
  values?: Values
}

/**
 * - `turn-away`: with these answers the counter could not help; said before the ticket, with the rule and what to do instead.
 *   An intake with one is not approved.
 * - `clerk`: only a person can tell; the clerk is shown it, nobody is stopped.
 * - `notice`: good to know.
 */
export interface Problem extends Said {
  kind: 'turn-away' | 'clerk' | 'notice'
  /** the question whose answer would have to change */
  question?: QuestionId
  /** a text code: the rule behind it, worded with the same values */
  rule?: string
  /** a text code: what can be done instead, worded with the same values */
  instead?: string
  /** with kind `clerk`: the answers have to be corrected before approval, such as a record that is not found yet */
  mustSettle?: true
}

export interface FeeLine extends Said {
  cents: number
  /** the ledger account it is revenue of, e.g. `revenue:pet-tag`; never tells a fare class */
  account: string
}

/** A paper to have ready. Only what these answers and records call for. */
export interface BringItem extends Said {
  icon: string
}

export interface ChecklistItem extends Said {
  /** already with the city: the clerk sees it done */
  onFile: boolean
  /** it is signed here, on a page that the service's `form` gives */
  form?: true
}

/**
 * A row (scope, subject, slot), kept across offices: the lowest free of `limit` places of a cap, or the very `slot` of which
 * there is one, such as a day.
 */
export type ClaimWish = { scope: string; subject: string } & ({ limit: number } | { slot: number })

/** How a choice stands for this person: its price, a closer explanation, or why it cannot be had. */
export interface OptionState {
  hint?: Said
  cents?: number
  unavailable?: Said
}

/** The days that a service's rules leave open for one of its questions about dates. */
export interface OpenDays {
  from: CivilDate
  to: CivilDate
  /** ISO weekdays, 1 is Monday */
  weekdays: readonly number[]
  /** single days within them that are closed */
  taken: readonly CivilDate[]
}

/** What follows from the answers and the city's records: the one function of a service. */
export interface Assessment {
  /** the business day that it holds for; the line writes it, not the service */
  day?: CivilDate
  /** of an approval, the settings that it was drawn by, without lists of things such as streets; the line writes them, no app reads them */
  settings?: object
  problems: readonly Problem[]
  fees: readonly FeeLine[]
  bring: readonly BringItem[]
  checklist: readonly ChecklistItem[]
  /** text code of a declaration to print and sign, or null */
  declaration: string | null
  /** true when an oath or affirmation is administered before approval */
  oath: boolean
  claims: readonly ClaimWish[]
  /** `assigned`: the system numbers it; `entered`: the clerk enters or scans the number of what is handed over; `kept`: the number stays */
  handover: {
    kind: 'permit' | 'tag' | 'pass' | 'none'
    number: 'assigned' | 'entered' | 'kept'
    count: number
  }
  options?: Readonly<Record<QuestionId, Readonly<Record<string, OptionState>>>>
  /** which days a calendar offers; the rules are decided on the chosen ones all the same */
  days?: Readonly<Record<QuestionId, OpenDays>>
  /** fills places in question titles, labels and the ticket's subject, e.g. `{pet}` */
  values?: Values
  /** what stands beside the service's name on the ticket, e.g. the pet's name; never a resident's name */
  subject?: string
}

export interface AssessInput<Settings> {
  /** the intake that is assessed, once it has an id: what it claimed itself does not count against it */
  intakeId?: string
  answers: Answers
  found: Found
  settings: Settings
  today: CivilDate
  now: Instant
  /** what the clerk enters or scans at the handover; not there before */
  handedNumbers?: readonly string[]
  /** the codes of the papers that the clerk has seen or copied by then; what was waived is not among them */
  shown?: readonly string[]
}

/** A line of a record. An empty value is left out by who makes it. */
export interface OnFile {
  /** a text code of the service */
  label: string
  value: Value
  /** what the record says of the person as an answer would, so that nobody is asked again */
  shares?: Question['shares']
}

/** What is handed over, and what the city's records then say. */
export interface Issuing {
  kind: 'permit' | 'tag' | 'pass' | 'none'
  /** null: the office assigns the next permit number */
  number: string | null
  /** what history is kept under: an address key, a tag number, … */
  subject: string
  validFrom: CivilDate
  validUntil: CivilDate
  /** what a later assessment or a reprint needs to know */
  data: Answers
  recordChanges: readonly { service: ServiceId; key: string; data: CityRecord['data'] }[]
}

/** A letter-size page, readable from the curb: the console prints it. */
export interface Page {
  title: string
  /** the largest lines */
  headline: readonly string[]
  rows: readonly { label: string; text: string }[]
  footer: readonly string[]
}

/** A letter-size page to sign. The console prints it: a print job would be a fact that tells who was asked for it. */
export interface Form {
  title: string
  language: Language
  blocks: readonly SlipBlock[]
}

export interface PaperInput<Settings> {
  answers: Answers
  settings: Settings
  language: Language
  city: City
}

/** The city as paper and screens name it. */
export interface City {
  name: string
  office: string
  address: string
  phone: string
  zone: string
}

/**
 * One city service, all of it: data and pure functions. A new service is its folder and one line in services/index.ts.
 * `Settings` are amounts, limits and days that a city sets, each with an effective date; `defaults` are the demo city's.
 */
export interface Service<Settings extends object = object> {
  id: ServiceId
  /** one letter before the ticket's three digits */
  prefix: string
  icon: string
  name: Texts
  /** one line under the name at the kiosk */
  about: Texts
  questions: readonly Question[]
  texts: Readonly<Record<string, Texts>>
  /** a code that people hold under the kiosk's scanner before they choose: the question it answers, and what else follows */
  scanned?: { question: QuestionId; answers: Answers }
  /** why a clerk may deny, as text codes */
  denials: readonly string[]
  defaults: Settings
  /** what each of them may be, beyond its kind */
  settingRules: SettingRules
  /** what has to be read before `assess`; asked again with what the first round found until it asks nothing new */
  lookups(input: AssessInput<Settings>): readonly Lookup[]
  /** what the city's records hold of this, for the clerk's eyes alone */
  onFile?(input: AssessInput<Settings>): readonly OnFile[]
  /** what a single record of this service says, for the clerk who finds it by a search */
  recordLines?(record: CityRecord): readonly OnFile[]
  assess(input: AssessInput<Settings>): Assessment
  issue(input: AssessInput<Settings> & { handedNumbers: readonly string[] }): Issuing
  /** numbers that cannot be handed over: none that the city gives, or one that somebody has already */
  refuseHanded?(
    input: AssessInput<Settings> & { handedNumbers: readonly string[] },
  ): 'numbers-missing' | 'number-in-use' | null
  /** whether the records still make it what was approved and paid; else it is not issued */
  isAsApproved?(input: AssessInput<Settings> & { approved: Assessment }): boolean
  /** the declaration to sign, as a slip; asked only when an assessment names one */
  declaration?(input: PaperInput<Settings>): Slip
  /** the page of a checklist's item that has one, by the item's code */
  form?(input: PaperInput<Settings> & { found: Found; paper: string }): Form | null
  permit?(input: PaperInput<Settings> & { issuance: Issuance }): { slip: Slip; page?: Page }
  /** whether canceling now gives the places of caps back; a slot of which there is one always comes back */
  cancellation?(input: { issuance: Issuance; settings: Settings; now: Instant; zone: string }): {
    releasesClaims: boolean
  }
  /** canceled, the records that an issuance wrote say what they said before, unless they have changed since */
  restores?: {
    /** those records, each of them and no other */
    lookups(issuance: Issuance): readonly Lookup[]
    records(issuance: Issuance, found: Found): Issuing['recordChanges']
  }
  /** what `amend` asks anew */
  amends?: readonly QuestionId[]
  /** by which settings: `settings` are those of today, `approved` those that it was approved by */
  amendedBy?(input: AssessInput<Settings> & { issuance: Issuance; approved: Partial<Settings> }): Settings
  /** an issued permit with other answers and the same number (a sale moved for rain); refusals are text codes */
  amend?(
    input: AssessInput<Settings> & { issuance: Issuance },
  ): { ok: true; issuing: Issuing } | { ok: false; problem: Problem }
}
