import { liveNamespace, liveTransports, protocolVersion } from '@lobbyline/server/contract'
import type {
  Audience,
  ClientEvents,
  DeviceInput,
  Fact,
  FactsMessage,
  Instant,
  LiveRefusal,
  OfficeState,
  ServerEvents,
} from '@lobbyline/server/contract'
import type { Socket } from 'socket.io-client'
import type { Followed } from './follow.ts'
import { steadyNow } from './steady-now.ts'

export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'lost'; since: Instant }
  | { state: 'refused'; reason: LiveRefusal; since: Instant }

interface Listeners {
  onFacts: (facts: readonly Fact[] | null, office: OfficeState) => void
  onInput: (input: DeviceInput) => void
  onRefused: () => void
}
type Follow = (state: OfficeState, message: FactsMessage) => Followed
type LiveSocket = Socket<ServerEvents, ClientEvents>

const refusals: readonly string[] = [
  'unauthenticated',
  'forbidden',
  'protocol-mismatch',
  'too-many-connections',
] satisfies LiveRefusal[]

const isRefusal = (message: string): message is LiveRefusal => refusals.includes(message)

const askAgainMs = 5_000

/** The office as this screen may see it, fact by fact. */
export class LiveOffice {
  readonly #audience: Audience
  #connection = $state.raw<Connection>({ state: 'connecting' })
  #office = $state.raw<OfficeState | null>(null)
  #aheadMs = 0

  constructor(audience: Audience) {
    this.#audience = audience
  }

  get connection(): Connection {
    return this.#connection
  }

  /** Since when nothing is heard, whether the server is away or knows this screen no more; null while it is heard. */
  get lostSince(): Instant | null {
    return 'since' in this.#connection ? this.#connection.since : null
  }

  get office(): OfficeState | null {
    return this.#office
  }

  /** The server has changed since this page came. A page that never heard the office would come anew for ever. */
  get isOutdated(): boolean {
    const connection = this.#connection
    return (
      this.#office !== null && connection.state === 'refused' && connection.reason === 'protocol-mismatch'
    )
  }

  /** The server's clock, as far as it has told, at a moment of this machine's own. */
  now(ownNow: Instant = steadyNow()): Instant {
    return ownNow + this.#aheadMs
  }

  /**
   * @param onFacts hears each new fact once, with the state after it, and null for a fresh start
   * @param onRefused is called each time that the server does not let this screen in
   * @returns what ends it
   */
  start({ onFacts = () => {}, onInput = () => {}, onRefused = () => {} }: Partial<Listeners>): () => void {
    let socket: LiveSocket | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    // Neither is needed for the first picture.
    const parts = Promise.all([import('socket.io-client'), import('./follow.ts')])
    void parts.then(([{ io }, { follow }]) => {
      if (isOver) return
      socket = this.#listen(
        io(liveNamespace, {
          transports: [...liveTransports],
          reconnectionDelayMax: 3_000,
          auth: (tell) => {
            const office = this.#office
            tell({
              audience: this.#audience,
              protocol: protocolVersion,
              ...(office ? { cursor: { seq: office.seq, hash: office.hash } } : {}),
            })
          },
        }),
        { follow, onFacts, onInput, onRefused },
        () => {
          timer = setTimeout(() => socket?.connect(), askAgainMs)
        },
      )
    }, this.#lose)
    return () => {
      isOver = true
      clearTimeout(timer)
      socket?.disconnect()
    }
  }

  readonly #lose = (): void => {
    this.#connection = { state: 'lost', since: this.lostSince ?? this.now() }
  }

  #listen(
    socket: LiveSocket,
    { follow, onFacts, onInput, onRefused }: Listeners & { follow: Follow },
    askLater: () => void,
  ): LiveSocket {
    socket.on('disconnect', (reason) => {
      this.#lose()
      if (reason === 'io server disconnect') askLater()
    })
    socket.on('connect_error', ({ message }) => {
      if (isRefusal(message)) {
        this.#connection = { state: 'refused', reason: message, since: this.lostSince ?? this.now() }
        onRefused()
      } else this.#lose()
      if (!socket.active) askLater()
    })
    socket.on('snapshot', ({ state, now }) => {
      this.#aheadMs = now - steadyNow()
      this.#office = state
      this.#connection = { state: 'live' }
      onFacts(null, state)
    })
    socket.on('input', onInput)
    socket.on('facts', (message) => {
      this.#aheadMs = message.now - steadyNow()
      const before = this.#office
      if (!before) return
      const followed = follow(before, message)
      if (followed.kind === 'resync') return void socket.emit('resync')
      // Connected alone is not live: what was missed is told in the first message, which says so where it was nothing.
      this.#connection = { state: 'live' }
      if (followed.kind === 'known') return
      this.#office = followed.state
      onFacts(followed.facts, followed.state)
    })
    return socket
  }
}
