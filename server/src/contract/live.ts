import type { Fact } from '../domain/fact.ts'
import type { WindowLight } from '../domain/offices/window-lights.ts'
import type { PrintJob } from '../domain/slip.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'

/** Moves whenever a schema of the contract changes: a screen of another version reloads. A test holds both together. */
export const protocolVersion = 2

export const liveNamespace = '/live'

/** The only transport: `io(liveNamespace, { transports: [...liveTransports], auth })`. */
export const liveTransports = ['websocket'] as const

/** One room per audience and office. */
export const audiences = ['console', 'kiosk', 'display', 'agent'] as const
export type Audience = (typeof audiences)[number]

/** Says over HTTP which of its cookies a request means, as `LiveAuth.audience` does for a socket. */
export const audienceHeader = 'lobbyline-audience'

/** The handshake's `auth`. Staff and kiosks are known by cookie; a device agent gives its token. */
export interface LiveAuth {
  audience: Audience
  protocol: number
  token?: string
  /** an agent's: which journal it keeps. What was given to one journal is never given to another. */
  journal?: string
  /** an agent's that another one has replaced: it comes back only while there is no other */
  yields?: boolean
  /** the last fact folded in, to go on from there */
  cursor?: { seq: number; hash: string }
}

/**
 * What the room may see of the facts `after < seq <= upTo`. A gap shows in `after`, not in the facts, which are filtered.
 * `hash` is the chain's at `upTo`. `now` is the server's clock.
 */
export interface FactsMessage {
  after: number
  upTo: number
  hash: string
  facts: readonly Fact[]
  now: Instant
}

export interface SnapshotMessage {
  state: OfficeState
  now: Instant
}

/** What an accessible keypad can ask of a kiosk. */
export const keypadActions = [
  'up',
  'down',
  'left',
  'right',
  'select',
  'back',
  'help',
  'volume',
  'headphones-in',
  'headphones-out',
] as const
export type KeypadAction = (typeof keypadActions)[number]

/** What a device beside a screen was used for. A scan is the code's text; a keypad's keys arrive as what they are for. */
export type DeviceInput = { kind: 'scan'; text: string } | { kind: 'key'; action: KeypadAction }

export interface ServerEvents {
  snapshot: (message: SnapshotMessage) => void
  facts: (message: FactsMessage) => void
  job: (job: PrintJob) => void
  /** to a kiosk or a console: a device at this very place was used; it is told once, to whoever is connected */
  input: (input: DeviceInput) => void
  /** to an agent: all its windows' lights, by the window's label, whenever one changes */
  lights: (lights: Readonly<Record<string, WindowLight>>) => void
  /** to an agent, before it is let go: another one has come with the same device's token */
  replaced: () => void
}

export interface ClientEvents {
  /** my facts do not follow each other any more: send a snapshot */
  resync: () => void
  /** from an agent: a device was used at `window:<label>` or `kiosk:<device id>`, where a printer of its own stands */
  input: (input: DeviceInput & { at: string }) => void
}

/** `message` of a refused handshake. */
export type LiveRefusal = 'unauthenticated' | 'forbidden' | 'protocol-mismatch' | 'too-many-connections'
/** Nobody can say yet who it is: to be asked again, with nothing given up meanwhile. */
export type NotNow = 'not-ready'
/** As `LiveRefusal`, to an agent that yields: there is another one. */
export type AgentRefusal = 'replaced'
