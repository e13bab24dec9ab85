import type { Fact } from '../domain/fact.ts'
import type { PrintJob } from '../domain/slip.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Instant } from '../domain/time.ts'

/** Moves whenever a schema of the contract changes: a screen of another version reloads. A test holds both together. */
export const protocolVersion = 1

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

export interface ServerEvents {
  snapshot: (message: SnapshotMessage) => void
  facts: (message: FactsMessage) => void
  job: (job: PrintJob) => void
}

export interface ClientEvents {
  /** my facts do not follow each other any more: send a snapshot */
  resync: () => void
}

/** `message` of a refused handshake. */
export type LiveRefusal = 'unauthenticated' | 'forbidden' | 'protocol-mismatch' | 'too-many-connections'
