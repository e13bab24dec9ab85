import {
  liveNamespace,
  liveTransports,
  protocolVersion,
  type ClientEvents,
  type DeviceInput,
  type Fact,
  type FactsMessage,
  type Instant,
  type LiveAuth,
  type LiveRefusal,
  type OfficeState,
  type ServerEvents,
  type SnapshotMessage,
} from '@lobbyline/server/contract'
import { io, type Socket } from 'socket.io-client'
import { follow } from './follow.ts'
import { Seen } from './seen.ts'

export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'lost'; since: Instant }
  | { state: 'refused'; why: LiveRefusal }

const refusals: readonly string[] = [
  'unauthenticated',
  'forbidden',
  'protocol-mismatch',
  'too-many-connections',
] satisfies LiveRefusal[]

const askAgainMs = 3_000

/** The office as the server tells it: one state, folded from numbered facts, with the server's clock. */
export class LiveOffice {
  #state = $state.raw<OfficeState | null>(null)
  #connection = $state.raw<Connection>({ state: 'connecting' })
  #now = $state(Date.now())
  #aheadMs = 0
  #socket: Socket<ServerEvents, ClientEvents> | null = null
  readonly #seen = new Seen()
  #ticking: ReturnType<typeof setInterval> | undefined
  #asking: ReturnType<typeof setTimeout> | undefined
  /** what a scanner or a keypad at this window was used for */
  onInput: (input: DeviceInput) => void = () => {}
  /** what has just happened, and is in the state by now; and the state before. A snapshot tells of no facts */
  onFacts: (facts: readonly Fact[], before: OfficeState) => void = () => {}
  /** the state came anew, and nobody told what happened since the one before */
  onSnapshot: (before: OfficeState) => void = () => {}

  get state(): OfficeState | null {
    return this.#state
  }

  get connection(): Connection {
    return this.#connection
  }

  /** why the server does not let this page in, or null */
  get refused(): LiveRefusal | null {
    return this.#connection.state === 'refused' ? this.#connection.why : null
  }

  /** the server's clock, ticking each second */
  get now(): Instant {
    return this.#now
  }

  connect(): void {
    this.disconnect()
    this.#ticking = setInterval(() => this.#tick(), 1000)
    const socket: Socket<ServerEvents, ClientEvents> = io(liveNamespace, {
      transports: [...liveTransports],
      reconnectionDelay: 500,
      reconnectionDelayMax: 4000,
      auth: (give: (auth: LiveAuth) => void) => give(this.#auth()),
    })
    socket.on('snapshot', (message) => this.#begin(message))
    socket.on('facts', (message) => this.#follow(message))
    socket.on('input', (input) => this.onInput(input))
    socket.on('disconnect', (reason) => {
      this.#lose()
      if (reason === 'io server disconnect') this.#askLater()
    })
    socket.on('connect_error', (error) => this.#refuse(error.message, socket.active))
    this.#socket = socket
  }

  disconnect(): void {
    clearInterval(this.#ticking)
    clearTimeout(this.#asking)
    this.#socket?.removeAllListeners()
    this.#socket?.disconnect()
    this.#socket = null
    this.#connection = { state: 'connecting' }
  }

  forget(): void {
    this.disconnect()
    this.#state = null
    this.#seen.upTo(0)
  }

  /** Resolves when this screen has seen fact `seq`, or never will; after a few seconds without it, it asks for a snapshot. */
  async reached(seq: number): Promise<void> {
    const asking = setTimeout(() => this.#socket?.emit('resync'), 3000)
    await this.#seen.reached(seq)
    clearTimeout(asking)
  }

  #auth(): LiveAuth {
    const auth: LiveAuth = { audience: 'console', protocol: protocolVersion }
    const state = this.#state
    return state ? { ...auth, cursor: { seq: state.seq, hash: state.hash } } : auth
  }

  #begin({ state, now }: SnapshotMessage): void {
    this.#keepTime(now)
    const before = this.#state
    this.#take(state)
    if (before) this.onSnapshot(before)
  }

  #follow(message: FactsMessage): void {
    this.#keepTime(message.now)
    const before = this.#state
    const next = before && follow(before, message)
    if (!next) {
      this.#socket?.emit('resync')
      return
    }
    this.#take(next)
    this.onFacts(
      message.facts.filter((fact) => fact.seq > before.seq),
      before,
    )
  }

  #take(state: OfficeState): void {
    this.#state = state
    if (this.#connection.state !== 'live') this.#connection = { state: 'live' }
    this.#seen.upTo(state.seq)
  }

  #lose(): void {
    this.#connection = { state: 'lost', since: this.#now }
  }

  #refuse(message: string, willRetry: boolean): void {
    const isRefused = refusals.includes(message)
    if (isRefused) this.#connection = { state: 'refused', why: message as LiveRefusal }
    else if (this.#connection.state === 'live') this.#lose()
    if (message === 'too-many-connections' || (!isRefused && !willRetry)) this.#askLater()
  }

  /** Whom the server lets go, socket.io does not bring back. */
  #askLater(): void {
    this.#asking = setTimeout(() => this.#socket?.connect(), askAgainMs)
  }

  #keepTime(serverNow: Instant): void {
    this.#aheadMs = serverNow - Date.now()
    this.#tick()
  }

  #tick(): void {
    this.#now = Date.now() + this.#aheadMs
  }
}
