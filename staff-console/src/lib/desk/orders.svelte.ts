import type {
  Client,
  ClientError,
  CommandBodies,
  CommandKind,
  CommandReply,
} from '@lobbyline/server/contract'
import { createCommander, type Commander } from '../connection/commander.ts'
import type { LiveOffice } from '../connection/live-office.svelte.ts'

const slowMs = 2000

/** What the clerk has asked for and is not settled yet, and why the last thing was refused. */
export class Orders {
  #give: Commander
  #office: LiveOffice
  #open = $state(0)
  #isSlow = $state(false)
  #attempt = $state<number | null>(null)
  #refused = $state.raw<ClientError | null>(null)

  constructor(client: Client, office: LiveOffice) {
    this.#office = office
    this.#give = createCommander({ client, onWaiting: (attempt) => (this.#attempt = attempt) })
  }

  get busy(): boolean {
    return this.#open > 0
  }

  /** how often the present command was tried in vain, or null */
  get attempt(): number | null {
    return this.#attempt
  }

  /** something has been on its way for so long that it is said */
  get isSlow(): boolean {
    return this.#isSlow
  }

  get refused(): ClientError | null {
    return this.#refused
  }

  dismiss(): void {
    this.#refused = null
  }

  /** Resolves with the answer once this screen shows what came of it; with null when it was refused. */
  async give<Kind extends CommandKind>(
    kind: Kind,
    body: CommandBodies[Kind],
  ): Promise<CommandReply<Kind> | null> {
    this.#refused = null
    this.#open += 1
    const waiting = setTimeout(() => (this.#isSlow = true), slowMs)
    try {
      const outcome = await this.#give(kind, body)
      if (!outcome.ok) {
        this.#refused = outcome.error
        return null
      }
      await this.#office.reached(outcome.reply.seq)
      return outcome.reply
    } finally {
      clearTimeout(waiting)
      this.#isSlow = false
      this.#open -= 1
    }
  }
}
