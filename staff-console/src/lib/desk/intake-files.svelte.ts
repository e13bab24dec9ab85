import type { Client, Intake, IntakeView } from '@lobbyline/server/contract'
import { SvelteMap } from 'svelte/reactivity'

const againMs = 2000

/** Answers and papers of intakes, fetched when an intake changes: they are personal and never travel with the facts. */
export class IntakeFiles {
  #client: Client
  #views = new SvelteMap<string, IntakeView>()
  /** the intake as it was when it was last asked for */
  #asked: Record<string, Intake | undefined> = {}

  constructor(client: Client) {
    this.#client = client
  }

  view(intakeId: string): IntakeView | null {
    return this.#views.get(intakeId) ?? null
  }

  /** Fetches a view not older than fact `seq` if the intake has changed; the present one stays until it is here. */
  async follow(intake: Intake, seq: number): Promise<void> {
    if (this.#asked[intake.id] === intake) return
    this.#asked[intake.id] = intake
    const result = await this.#client.query('intake', {
      params: { intakeId: intake.id },
      query: { atLeast: seq },
    })
    if (this.#asked[intake.id] !== intake) return
    if (result.ok) this.#views.set(intake.id, result.value)
    else {
      this.#asked[intake.id] = undefined
      setTimeout(() => void this.follow(intake, seq), againMs)
    }
  }

  forget(): void {
    this.#views.clear()
    this.#asked = {}
  }
}
