import { hash } from 'node:crypto'
import type { Answers, QuestionKind } from '../domain/question.ts'
import type { Service } from '../domain/service.ts'
import { RequestBudget } from './request-budget.ts'

/** What is chosen from a few possibilities finds nobody; a name, an address or a tag does. */
const findsSomeone: Readonly<Record<QuestionKind['type'], boolean>> = {
  name: true,
  text: true,
  phone: true,
  address: true,
  code: true,
  choice: false,
  'yes-no': false,
  quantity: false,
  date: false,
  dates: false,
}

const burst = 200
const perMs = 10 * 60_000
const remembered = 2_000

/**
 * An assessment may tell of what the city has on file, so a device that asks about one tag or address after the other is not a
 * resident: 20 new ones a minute, and 200 at once, are more than any lobby has. The same again, with other choices, is free.
 */
export class LookUpBudget {
  readonly #budget: RequestBudget
  /** hashes, as what was typed is not to be kept */
  readonly #known = new Set<string>()

  constructor(clock: () => number = Date.now) {
    this.#budget = new RequestBudget(burst, perMs, clock)
  }

  /** @returns false when this device has asked about too many */
  take(deviceId: string, service: Pick<Service, 'id' | 'questions'> | undefined, answers: Answers): boolean {
    const about = (service?.questions ?? []).flatMap(({ id, kind }) =>
      findsSomeone[kind.type] && Object.hasOwn(answers, id) ? [[id, answers[id]]] : [],
    )
    if (about.length === 0) return true
    const subject = hash('sha256', JSON.stringify([deviceId, service?.id, about]))
    if (this.#known.has(subject)) return true
    if (!this.#budget.take(deviceId)) return false
    this.#known.add(subject)
    const [oldest] = this.#known
    if (this.#known.size > remembered && oldest !== undefined) this.#known.delete(oldest)
    return true
  }
}
