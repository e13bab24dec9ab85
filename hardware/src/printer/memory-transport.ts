import type { Transport, TransportState } from './transport.ts'

export interface MemoryTransport extends Transport {
  /** all bytes written while it was open, in order */
  written(): Buffer
  /** the far side speaks */
  answer(...bytes: number[]): void
  /** the far side goes away, or comes back */
  drop(): void
  connect(): void
  /** Jammed it takes no bytes: they wait, and are lost with the connection. */
  setJammed(jammed: boolean): void
}

/** A device in memory, for tests. `open` connects at once. */
export const memoryTransport = (): MemoryTransport => {
  let open = false
  let jammed = false
  let waiting: (() => void)[] = []
  let written = Buffer.alloc(0)
  let heardData: (chunk: Uint8Array) => void = () => {}
  let heardState: (state: TransportState) => void = () => {}
  const connect = (): void => {
    open = true
    heardState({ state: 'open' })
  }
  const end = (): void => {
    open = false
    waiting = []
  }
  return {
    bytesPerSecond: Infinity,
    open: connect,
    connect,
    write: (bytes, left) => {
      const take = (): void => {
        written = Buffer.concat([written, bytes])
        left?.()
      }
      if (jammed && open) waiting.push(take)
      else if (open) take()
    },
    onData: (listener) => (heardData = listener),
    onState: (listener) => (heardState = listener),
    close: () => {
      end()
      heardState({ state: 'closed' })
    },
    written: () => written,
    answer: (...bytes) => heardData(Uint8Array.from(bytes)),
    drop: () => {
      end()
      heardState({ state: 'lost', reason: 'dropped' })
    },
    setJammed: (next) => {
      jammed = next
      if (jammed) return
      for (const take of waiting.splice(0)) take()
    },
  }
}
