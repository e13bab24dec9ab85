import type { Client, ClientError, SessionView } from '@lobbyline/server/contract'

/** `asking`: not known yet. `expired`: signed out in the middle of the work, which stays on the screen. */
export type Standing =
  | { state: 'asking' }
  | { state: 'signed-out' }
  | { state: 'expired'; was: SessionView }
  | { state: 'signed-in'; session: SessionView }

export class Session {
  #client: Client
  #standing = $state.raw<Standing>({ state: 'asking' })

  constructor(client: Client) {
    this.#client = client
  }

  get standing(): Standing {
    return this.#standing
  }

  /** the session that the screen's work belongs to, also while it is expired */
  get current(): SessionView | null {
    if (this.#standing.state === 'signed-in') return this.#standing.session
    return this.#standing.state === 'expired' ? this.#standing.was : null
  }

  async resume(): Promise<void> {
    const result = await this.#client.query('session', {})
    if (result.ok) this.#standing = { state: 'signed-in', session: result.value }
    else if (result.error.code === 'offline') setTimeout(() => void this.resume(), 2000)
    else this.#standing = { state: 'signed-out' }
  }

  /** Whose session it is by now: in another tab of this browser somebody else may have signed in. */
  async check(): Promise<void> {
    const result = await this.#client.query('session', {})
    if (result.ok && result.value.staff.id !== this.current?.staff.id)
      this.#standing = { state: 'signed-in', session: result.value }
  }

  /** @returns why not, or null */
  async signIn(login: string, password: string): Promise<ClientError | null> {
    const result = await this.#client.query('signIn', { body: { login, password } })
    if (!result.ok) return result.error
    this.#standing = { state: 'signed-in', session: result.value }
    return null
  }

  async signOut(): Promise<ClientError | null> {
    const result = await this.#client.query('signOut', {})
    if (!result.ok) return result.error
    this.#standing = { state: 'signed-out' }
    return null
  }

  expire(): void {
    const { current } = this
    this.#standing = current ? { state: 'expired', was: current } : { state: 'signed-out' }
  }
}
