import { newKey } from '@lobbyline/server/contract'
import type { Client, ClientError } from '@lobbyline/server/contract'
import { steadyNow } from '#lib/connection/steady-now.ts'

type Help = 'print' | 'come-back'

/** What the kiosk does for someone who has a ticket already. Each is asked with one key, however often it is touched. */
export class TicketHelp {
  readonly #client: Pick<Client, 'command'>
  readonly #visitId: () => string
  readonly #keys = { print: newKey(), comeBack: newKey() }
  #jobId = $state<string | null>(null)
  #askedAt = $state(0)
  #problem = $state<'has-paper' | 'failed' | null>(null)
  #asking = $state<Help | null>(null)

  constructor(client: Pick<Client, 'command'>, visitId: () => string) {
    this.#client = client
    this.#visitId = visitId
  }

  /** the paper on its way */
  get jobId(): string | null {
    return this.#jobId
  }

  get askedAt(): number {
    return this.#askedAt
  }

  get problem(): 'has-paper' | 'failed' | null {
    return this.#problem
  }

  /** what the server has not answered yet */
  get asking(): Help | null {
    return this.#asking
  }

  async print(): Promise<void> {
    await this.#ask('print', async () => {
      const body = { visitId: this.#visitId(), printerId: null }
      const result = await this.#client.command('print-ticket', body, this.#keys.print)
      if (!result.ok) return result.error
      this.#jobId = result.value.jobId
      this.#askedAt = steadyNow()
      return null
    })
  }

  /** Back in line, at the place that was missed. */
  async comeBack(): Promise<void> {
    await this.#ask('come-back', async () => {
      const body = { visitId: this.#visitId() }
      const result = await this.#client.command('rejoin-visit', body, this.#keys.comeBack)
      return result.ok ? null : result.error
    })
  }

  async #ask(help: Help, work: () => Promise<ClientError | null>): Promise<void> {
    if (this.#asking) return
    this.#asking = help
    this.#problem = null
    const error = await work()
    this.#asking = null
    if (error) this.#problem = error.code === 'nothing-to-print' ? 'has-paper' : 'failed'
  }
}
