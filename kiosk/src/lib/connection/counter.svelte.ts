import type { City, Client, ClientError, ServicesView } from '@lobbyline/server/contract'

export type CounterStanding =
  | { state: 'loading' }
  | { state: 'unreachable' }
  | { state: 'not-enrolled' }
  /** the server is there, but the office was never set up */
  | { state: 'not-open' }
  | { state: 'ready'; city: City; view: ServicesView }

const askAgainMs = 3_000
/** A token that is refused so is none of this server's; whatever else goes wrong with it may pass. */
const lasting: ReadonlySet<ClientError['code']> = new Set(['unauthenticated', 'invalid-body'])

/** What this counter offers; asked until it is known. */
export class Counter {
  readonly #client: Pick<Client, 'query'>
  #standing = $state.raw<CounterStanding>({ state: 'loading' })
  #askAgain = (): void => {}

  constructor(client: Pick<Client, 'query'>) {
    this.#client = client
  }

  get standing(): CounterStanding {
    return this.#standing
  }

  /** @param token enrolls this device first; `enrolled` is called once that is done @returns what ends it */
  start(token: string | null, enrolled: () => void = () => {}): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let open = token

    const ask = async (): Promise<void> => {
      if (open !== null) {
        const result = await this.#client.query('enrollDevice', { body: { token: open } })
        if (result.ok || lasting.has(result.error.code)) {
          open = null
          enrolled()
        }
      }
      const standing = await this.#ask()
      if (isOver) return
      this.#standing = standing
      if (standing.state !== 'ready' || open !== null) this.#askAgain()
    }

    this.#askAgain = () => {
      timer = setTimeout(() => void ask(), askAgainMs)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }

  /** Whether the server still knows this screen; one that it does not know tells nothing more, until it is known again. */
  async checkEnrolled(): Promise<void> {
    const standing = await this.#ask()
    if (standing.state !== 'not-enrolled' || this.#standing.state !== 'ready') return
    this.#standing = standing
    this.#askAgain()
  }

  async #ask(): Promise<CounterStanding> {
    const result = await this.#client.query('services', {})
    if (result.ok) {
      const { city } = result.value
      return city ? { state: 'ready', city, view: result.value } : { state: 'not-open' }
    }
    const { code } = result.error
    if (code === 'unauthenticated' || code === 'forbidden') return { state: 'not-enrolled' }
    return code === 'office-not-open' ? { state: 'not-open' } : { state: 'unreachable' }
  }
}
