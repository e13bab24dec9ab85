import type { Database } from '../database/pool.ts'
import type { Office } from '../office/office.ts'

type Opened = (office: Office) => void

export interface OfficesOptions {
  pool: Database
  open(officeId: string): Promise<Office>
  onError: (error: unknown) => void
  /** how often to look for an office that was set up in the meantime */
  pollMs?: number
}

/** The offices that this node serves: all of the database, those that are set up later too. */
export class Offices {
  readonly #options: OfficesOptions
  readonly #open = new Map<string, Office>()
  readonly #listeners: Opened[] = []
  #timer: NodeJS.Timeout | null = null
  #looking: Promise<void> | null = null

  constructor(options: OfficesOptions) {
    this.#options = options
  }

  /** @throws when an office that is there cannot be loaded */
  async start(): Promise<void> {
    await this.#look()
    const { pollMs = 5_000, onError } = this.#options
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look()
        .catch(onError)
        .finally(() => (this.#looking = null))
    }, pollMs)
  }

  get(officeId: string): Office | undefined {
    return this.#open.get(officeId)
  }

  all(): readonly Office[] {
    return [...this.#open.values()]
  }

  /** Tells of every office, those that are open already too. */
  onOpened(listener: Opened): void {
    this.#listeners.push(listener)
    for (const office of this.#open.values()) listener(office)
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#looking
    await Promise.all(this.all().map((office) => office.stop()))
  }

  async #look(): Promise<void> {
    const { rows } = await this.#options.pool.query<{ id: string }>('select id from office order by id')
    for (const { id } of rows) {
      if (this.#open.has(id)) continue
      const office = await this.#options.open(id)
      this.#open.set(id, office)
      for (const tell of this.#listeners) tell(office)
    }
  }
}
