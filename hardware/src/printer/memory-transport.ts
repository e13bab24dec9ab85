import type { Transport, TransportState } from './transport.ts'

export interface MemoryTransport extends Transport {
  /** all bytes written while it was open, in order */
  written(): Buffer
  /** the far side speaks */
  answer(...bytes: number[]): void
  /** the far side goes away, or comes back */
  drop(): void
  connect(): void
}

/** A device in memory, for tests and for drawing a slip without a printer. `open` connects at once. */
export const memoryTransport = (): MemoryTransport => {
  let open = false
  let written = Buffer.alloc(0)
  let heardData: (chunk: Uint8Array) => void = () => {}
  let heardState: (state: TransportState) => void = () => {}
  const connect = (): void => {
    open = true
    heardState({ state: 'open' })
  }
  return {
    bytesPerSecond: Infinity,
    open: connect,
    connect,
    write: (bytes) => {
      if (open) written = Buffer.concat([written, bytes])
    },
    onData: (listener) => (heardData = listener),
    onState: (listener) => (heardState = listener),
    close: () => {
      open = false
      heardState({ state: 'closed' })
    },
    written: () => written,
    answer: (...bytes) => heardData(Uint8Array.from(bytes)),
    drop: () => {
      open = false
      heardState({ state: 'lost', reason: 'dropped' })
    },
  }
}
