import type { Client, Intake, IntakeView, Visit } from '@lobbyline/server/contract'
import { SvelteMap } from 'svelte/reactivity'

const againMs = 2000

/** Answers and papers of intakes, fetched when an intake changes: they are personal and never travel with the facts. */
export class IntakeFiles {
  #client: Client
  #views = new SvelteMap<string, IntakeView>()
  /** the intake and its visit as they were when it was last asked for: a step of the visit may leave a note */
  #asked: Record<string, readonly [Intake, Visit | null | undefined] | undefined> = {}

  constructor(client: Client) {
    this.#client = client
  }

  view(intakeId: string): IntakeView | null {
    return this.#views.get(intakeId) ?? null
  }

  /** Fetches a view not older than fact `seq` if intake or visit have changed; the present one stays until it is here. */
  async follow(intake: Intake, visit: Visit | null | undefined, seq: number): Promise<void> {
    const before = this.#asked[intake.id]
    if (before?.[0] === intake && before[1] === visit) return
    const asked = [intake, visit] as const
    this.#asked[intake.id] = asked
    const result = await this.#client.query('intake', {
      params: { intakeId: intake.id },
      query: { atLeast: seq },
    })
    if (this.#asked[intake.id] !== asked) return
    if (result.ok) this.#views.set(intake.id, result.value)
    else {
      this.#asked[intake.id] = undefined
      setTimeout(() => void this.follow(intake, visit, seq), againMs)
    }
  }

  /** Fetches a view although nothing of the intake has changed: the records that it depends on may have. */
  async lookAgain(intake: Intake, visit: Visit | null | undefined, seq: number): Promise<void> {
    this.#asked[intake.id] = undefined
    await this.follow(intake, visit, seq)
  }

  forget(): void {
    this.#views.clear()
    this.#asked = {}
  }
}
