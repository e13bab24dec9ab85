import type { Client, ClientError } from '@lobbyline/server/contract'
import { backOffMs } from '../connection/back-off.ts'
import { mayPass } from '../connection/may-pass.ts'
import { Catalog } from './catalog.ts'

/** The catalog as the server has it now: a console stays open for weeks, and somebody new begins meanwhile. */
export class OfficeCatalog {
  #client: Client
  #current = $state.raw<Catalog | null>(null)
  #refusal = $state.raw<ClientError | null>(null)
  #unknown: string[] = []
  #round = 0

  constructor(client: Client) {
    this.#client = client
  }

  get current(): Catalog | null {
    return this.#current
  }

  /** why the server does not give it: it is not asked again by itself */
  get refusal(): ClientError | null {
    return this.#refusal
  }

  /** Reads it anew, and again where that may help; the present one stays until it is here. */
  async read(): Promise<void> {
    this.#round += 1
    await this.#ask(this.#round)
  }

  forget(): void {
    this.#round += 1
    this.#current = null
    this.#refusal = null
  }

  async #ask(round: number, attempt = 0): Promise<void> {
    if (round !== this.#round) return
    const [services, staff] = await Promise.all([
      this.#client.query('services', {}),
      this.#client.query('staff', {}),
    ])
    if (round !== this.#round) return
    if (services.ok && staff.ok) {
      this.#current = new Catalog(services.value, staff.value, (id) => this.#meet(id))
      this.#refusal = null
      return
    }
    const errors = [services, staff].flatMap((result) => (result.ok ? [] : result.error))
    this.#refusal = errors.find((error) => !mayPass(error)) ?? null
    if (!this.#refusal) setTimeout(() => void this.#ask(round, attempt + 1), backOffMs(attempt))
  }

  /** Each is asked for once: who is of another office stays unknown. */
  #meet(staffId: string): void {
    if (this.#unknown.includes(staffId)) return
    this.#unknown.push(staffId)
    void this.read()
  }
}
