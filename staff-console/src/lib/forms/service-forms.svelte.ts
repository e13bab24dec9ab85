import type { Client, ServiceDefinition } from '@lobbyline/server/contract'
import { AnswerForm } from './answer-form.svelte.ts'
import { answersFrom, sharedIn, type Answered, type Shared } from './shared-answers.ts'

/** The forms of a sheet that asks for the service first: what is typed for one waits there until it is chosen again. */
export class ServiceForms {
  readonly #client: Client
  #forms = $state.raw<Readonly<Record<string, AnswerForm>>>({})
  #form = $state.raw<AnswerForm | null>(null)
  #said: Shared = {}

  constructor(client: Client) {
    this.#client = client
  }

  /** of the service that is chosen; null when there is none, or it asks nothing */
  get form(): AnswerForm | null {
    return this.#form
  }

  get isTouched(): boolean {
    return Object.values(this.#forms).some((form) => form.isTouched)
  }

  /** What all services ask alike goes along. @param known what the same person answered before, the latest last */
  choose(service: ServiceDefinition | null, known: readonly Answered[] = []): void {
    if (this.#form) this.#said = { ...this.#said, ...sharedIn(this.#form) }
    const form = service && (this.#forms[service.id] ?? this.#begin(service, known))
    if (form)
      for (const [id, value] of Object.entries(answersFrom(this.#said, form.service)))
        if (form.value(id) !== value) form.set(id, value)
    this.#form = form
  }

  #begin(service: ServiceDefinition, known: readonly Answered[]): AnswerForm {
    const said = known.reduce<Shared>((before, answered) => ({ ...before, ...sharedIn(answered) }), {})
    const form = new AnswerForm(this.#client, service, answersFrom(said, service))
    this.#forms = { ...this.#forms, [service.id]: form }
    return form
  }
}
