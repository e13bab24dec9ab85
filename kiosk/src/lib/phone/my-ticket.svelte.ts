import type { Client, MyTicketView } from '@lobbyline/server/contract'

export type MyTicketStanding =
  | { state: 'loading' }
  | { state: 'unknown' }
  /** nothing was ever read */
  | { state: 'unreachable' }
  /** `lostAt` since when what is shown may be old, or null */
  | { state: 'known'; view: MyTicketView; readAt: number; lostAt: number | null }

export const askEveryMs = 5_000

/** One visit, followed from a phone by the secret of its ticket. */
export class MyTicket {
  readonly #client: Pick<Client, 'query'>
  readonly #secret: string
  #standing = $state.raw<MyTicketStanding>({ state: 'loading' })

  constructor(client: Pick<Client, 'query'>, secret: string) {
    this.#client = client
    this.#secret = secret
  }

  get standing(): MyTicketStanding {
    return this.#standing
  }

  async ask(): Promise<void> {
    const result = await this.#client.query('myTicket', { params: { secret: this.#secret } })
    const before = this.#standing
    if (result.ok) {
      this.#standing = { state: 'known', view: result.value, readAt: Date.now(), lostAt: null }
    } else if (result.error.code === 'not-found' || result.error.code === 'invalid-body') {
      this.#standing = { state: 'unknown' }
    } else if (before.state === 'known') {
      this.#standing = { ...before, lostAt: before.lostAt ?? Date.now() }
    } else {
      this.#standing = { state: 'unreachable' }
    }
  }

  /** @returns what ends it */
  start(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const loop = async (): Promise<void> => {
      await this.ask()
      if (!isOver) timer = setTimeout(() => void loop(), askEveryMs)
    }
    void loop()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }
}
