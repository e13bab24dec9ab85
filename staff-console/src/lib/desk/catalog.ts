import {
  formatCents,
  formatDate,
  formatPhone,
  inEachLanguage,
  questionsAsked,
  word,
  wordText,
  type AnswerValue,
  type IntakeView,
  type LineId,
  type Question,
  type Said,
  type ServiceDefinition,
  type ServicesView,
  type StaffView,
  type Value,
  type Values,
} from '@lobbyline/server/contract'

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Services and staff, as the clerk reads them: everything in English, the language of the counter. */
export class Catalog {
  readonly services: readonly ServiceDefinition[]
  readonly oath: ServicesView['oath']
  readonly translators: ServicesView['translators']
  readonly streets: readonly string[]
  readonly staff: readonly StaffView[]
  readonly #onUnknown: (staffId: string) => void

  /** @param onUnknown told of someone who is asked for and not of the staff, as it was when it was read */
  constructor(
    view: ServicesView,
    staff: readonly StaffView[],
    onUnknown: (staffId: string) => void = () => {},
  ) {
    this.services = view.services
    this.oath = view.oath
    this.translators = view.translators
    this.streets = view.streets
    this.staff = staff
    this.#onUnknown = onUnknown
  }

  service(id: LineId): ServiceDefinition | null {
    return this.services.find((service) => service.id === id) ?? null
  }

  lineName(line: LineId): string {
    return this.service(line)?.name.en ?? 'Something else'
  }

  /** What a service says by a code. A code that this screen does not know yet shows as itself. */
  say(serviceId: string, said: Said): string {
    const texts = this.service(serviceId)?.texts ?? {}
    try {
      return word(texts, said, 'en')
    } catch {
      return said.code
    }
  }

  /** Why it was denied, with what the rules found at that time. Null for a text whose values nobody knows. */
  denial({ file }: IntakeView, code: string): string | null {
    const found = file.assessment.problems.find((problem) => problem.code === code)
    const values = { ...file.assessment.values, ...found?.values }
    const text = this.say(file.service, { code, values })
    return /\{\w+\}/.test(text) ? null : text
  }

  /** Why this may be denied: what the rules found first, then what only a clerk sees. */
  denials(view: IntakeView): { code: string; text: string }[] {
    const found = view.file.assessment.problems.map((problem) => problem.code)
    return (this.service(view.file.service)?.denials ?? [])
      .flatMap((code) => {
        const text = this.denial(view, code)
        return text === null ? [] : [{ code, text }]
      })
      .toSorted((one, other) => Number(found.includes(other.code)) - Number(found.includes(one.code)))
  }

  label(question: Question, service: ServiceDefinition, values: Values | undefined): string {
    return wordText(question.label, values, service.texts, 'en')
  }

  title(question: Question, service: ServiceDefinition, values: Values | undefined): string {
    return wordText(question.title, values, service.texts, 'en')
  }

  answer(question: Question, value: AnswerValue | undefined): string {
    if (value === undefined || value === '') return '—'
    if (typeof value === 'boolean') return value ? 'Yes' : 'No'
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string')
      return value.map((each) => (isDate(each) ? formatDate(each, 'en', 'weekday') : each)).join(' · ')
    const { kind } = question
    if (kind.type === 'choice') return kind.options.find((option) => option.value === value)?.text.en ?? value
    if (kind.type === 'date') return isDate(value) ? formatDate(value, 'en') : value
    return kind.type === 'phone' ? formatPhone(value) : value
  }

  /** What is asked with these answers, and has none yet. */
  unanswered({ file }: IntakeView): readonly Question[] {
    return questionsAsked(this.service(file.service)?.questions ?? [], file.answers).filter(
      (question) => !question.optional && file.answers[question.id] === undefined,
    )
  }

  /** A value of a service's record or assessment, as it is written. */
  value(serviceId: string, value: Value): string {
    return wordText(
      inEachLanguage(() => '{value}'),
      { value },
      this.service(serviceId)?.texts ?? {},
      'en',
    )
  }

  /** Whose intake it is: as answered, else as the city's record has it. */
  shared({ file, onFile }: IntakeView, what: 'name' | 'phone' | 'address'): string {
    const question = this.service(file.service)?.questions.find((each) => each.shares === what)
    const answer = question && file.answers[question.id]
    if (question && answer !== undefined) return this.answer(question, answer)
    const line = onFile.find((each) => each.shares === what)
    return line ? this.value(file.service, line.value) : ''
  }

  staffName(id: string | null): string {
    const known = this.staff.find((each) => each.id === id)
    if (id !== null && !known) this.#onUnknown(id)
    return known?.name ?? 'A colleague'
  }

  oathTakers(): readonly StaffView[] {
    return this.staff.filter((each) => each.roles.includes('oath'))
  }
}

export const money = (cents: number): string => formatCents(cents, 'en')
