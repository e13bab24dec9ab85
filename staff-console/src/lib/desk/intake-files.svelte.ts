import type { Client, ClientError, Intake, IntakeView, Visit } from '@lobbyline/server/contract'
import { SvelteMap } from 'svelte/reactivity'
import { backOffMs } from '../connection/back-off.ts'
import { mayPass } from '../connection/may-pass.ts'

/** One that the console's state does not know any more is followed by its id: it does not change. */
type Followed = Intake | Pick<Intake, 'id'>

/** The intake and its visit as they were when it was last asked for: a step of the visit may leave a note. */
interface Asked {
  readonly intake: Followed
  readonly visit: Visit | null | undefined
  readonly seq: number
}

/** Answers and papers of intakes, fetched when an intake changes: they are personal and never travel with the facts. */
export class IntakeFiles {
  #client: Client
  #views = new SvelteMap<string, IntakeView>()
  #refusals = new SvelteMap<string, ClientError>()
  #asked: Record<string, Asked | undefined> = {}

  constructor(client: Client) {
    this.#client = client
  }

  view(intakeId: string): IntakeView | null {
    return this.#views.get(intakeId) ?? null
  }

  /** why the server does not give it as it is now: it is not asked again by itself */
  refusal(intakeId: string): ClientError | null {
    return this.#refusals.get(intakeId) ?? null
  }

  /** Fetches a view not older than fact `seq` if intake or visit have changed; the present one stays until it is here. */
  async follow(intake: Followed, visit: Visit | null | undefined, seq: number): Promise<void> {
    const before = this.#asked[intake.id]
    if (before?.intake === intake && before.visit === visit) return
    const asked = { intake, visit, seq }
    this.#asked[intake.id] = asked
    await this.#ask(asked)
  }

  /** Fetches a view although nothing of the intake has changed: the records that it depends on may have. */
  async lookAgain(intake: Intake, visit: Visit | null | undefined, seq: number): Promise<void> {
    this.#asked[intake.id] = undefined
    await this.follow(intake, visit, seq)
  }

  /** Asks once more for what was refused: somebody may have signed in since. */
  askRefused(): void {
    for (const intakeId of this.#refusals.keys()) {
      const asked = this.#asked[intakeId]
      if (asked) void this.#ask(asked)
    }
  }

  forget(): void {
    this.#views.clear()
    this.#refusals.clear()
    this.#asked = {}
  }

  /** Only the last that was asked for counts, and is asked for again where that may help. */
  async #ask(asked: Asked, attempt = 0): Promise<void> {
    const { id: intakeId } = asked.intake
    if (this.#asked[intakeId] !== asked) return
    const result = await this.#client.query('intake', {
      params: { intakeId },
      query: { atLeast: asked.seq },
    })
    if (this.#asked[intakeId] !== asked) return
    if (result.ok) {
      this.#views.set(intakeId, result.value)
      this.#refusals.delete(intakeId)
    } else if (mayPass(result.error)) setTimeout(() => void this.#ask(asked, attempt + 1), backOffMs(attempt))
    else this.#refusals.set(intakeId, result.error)
  }
}
