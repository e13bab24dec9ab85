export type TransportState =
  | { state: 'connecting'; attempt: number }
  | { state: 'open' }
  | { state: 'lost'; reason: string }
  | { state: 'closed' }

/**
 * A byte stream to and from one device. After `open` it connects again by itself whenever it is lost, until
 * `close`. Bytes written while it is not open are dropped: who writes, listens to the state.
 */
export interface Transport {
  /** How fast it can be at best, so that nobody takes a slow line for a dead one. */
  readonly bytesPerSecond: number
  open(): void
  /** `left` is called once the machine has taken all of it; never, when it is lost before. */
  write(bytes: Uint8Array, left?: () => void): void
  onData(listener: (chunk: Uint8Array) => void): void
  onState(listener: (state: TransportState) => void): void
  close(): void
}
