import type { Client, IntakeView } from '@lobbyline/server/contract'
import { SvelteMap } from 'svelte/reactivity'

/** Answers and papers of intakes, fetched when an intake changes: they are personal and never travel with the facts. */
export class IntakeFiles {
  #client: Client
  #views = new SvelteMap<string, IntakeView>()
  #asked = new Map<string, number>()

  constructor(client: Client) {
    this.#client = client
  }

  view(intakeId: string): IntakeView | null {
    return this.#views.get(intakeId) ?? null
  }

  /** Fetches a view not older than fact `seq`; the present one stays until it is here. */
  async load(intakeId: string, seq: number): Promise<void> {
    if ((this.#asked.get(intakeId) ?? -1) >= seq) return
    this.#asked.set(intakeId, seq)
    const result = await this.#client.query('intake', { params: { intakeId }, query: { atLeast: seq } })
    if (this.#asked.get(intakeId) !== seq) return
    if (result.ok) this.#views.set(intakeId, result.value)
    else this.#asked.delete(intakeId)
  }

  forget(): void {
    this.#views.clear()
    this.#asked.clear()
  }
}
