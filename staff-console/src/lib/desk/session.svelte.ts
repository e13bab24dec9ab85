import type { Client, ClientError, SessionView } from '@lobbyline/server/contract'
import { backOffMs } from '../connection/back-off.ts'
import { mayPass } from '../connection/may-pass.ts'

/** `asking`: not known yet, and why not where the server could not say. `expired`: signed out in the middle of the work, which stays on the screen. */
export type Standing =
  | { state: 'asking'; trouble: ClientError | null }
  | { state: 'signed-out' }
  | { state: 'expired'; was: SessionView }
  | { state: 'signed-in'; session: SessionView }

export class Session {
  #client: Client
  #askingAgain: ReturnType<typeof setTimeout> | undefined
  #standing = $state.raw<Standing>({ state: 'asking', trouble: null })
  #notSignedOut = $state.raw<ClientError | null>(null)

  constructor(client: Client) {
    this.#client = client
  }

  get standing(): Standing {
    return this.#standing
  }

  /** why the last attempt to sign out came to nothing, or null */
  get notSignedOut(): ClientError | null {
    return this.#notSignedOut
  }

  /** the session that the screen's work belongs to, also while it is expired */
  get current(): SessionView | null {
    if (this.#standing.state === 'signed-in') return this.#standing.session
    return this.#standing.state === 'expired' ? this.#standing.was : null
  }

  /** Asks whose session this is, and again by itself where that may help. Only the server's word signs anybody out. */
  async resume(attempt = 0): Promise<void> {
    clearTimeout(this.#askingAgain)
    const result = await this.#client.query('session', {})
    if (this.#standing.state !== 'asking') return
    if (result.ok) this.#standing = { state: 'signed-in', session: result.value }
    else if (result.error.code === 'unauthenticated') this.#standing = { state: 'signed-out' }
    else {
      this.#standing = { state: 'asking', trouble: result.error }
      if (mayPass(result.error))
        this.#askingAgain = setTimeout(() => void this.resume(attempt + 1), backOffMs(attempt))
    }
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

  async signOut(): Promise<void> {
    const result = await this.#client.query('signOut', {})
    this.#notSignedOut = result.ok ? null : result.error
    if (result.ok) this.#standing = { state: 'signed-out' }
  }

  /** What came to nothing is not wanted any more. */
  stay(): void {
    this.#notSignedOut = null
  }

  expire(): void {
    const { current } = this
    this.#standing = current ? { state: 'expired', was: current } : { state: 'signed-out' }
  }
}
