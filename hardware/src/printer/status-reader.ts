/** What a printer says on its own or in answer, as the bytes of the maker's manual. */
export type StatusEvent =
  /** automatic status: sent after `GS a` and at every change */
  | { type: 'asb'; bytes: readonly [number, number, number, number] }
  /** answer to `DLE EOT n`; which n, only the order of asking tells */
  | { type: 'real-time'; byte: number }
  /** answer to `GS r n`, in turn with the data */
  | { type: 'queued'; byte: number }
  /** everything before this process id is on paper */
  | { type: 'process-id'; token: string }
  | { type: 'buffer-cleared' }

/** The bytes of an answer that is not complete yet. */
export type Pending = readonly number[]

const isRealTime = (byte: number): boolean => (byte & 0x93) === 0x12
const isAsbStart = (byte: number): boolean => (byte & 0x93) === 0x10
const isAsbRest = (byte: number): boolean => (byte & 0x90) === 0x00
const isTokenByte = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e

const header = 0x37
const idAnswer = 0x22
const clearAnswer = 0x25

type Step = readonly [Pending, StatusEvent | null]

const first = (byte: number): Step => {
  if (byte === header || isAsbStart(byte)) return [[byte], null]
  if (isRealTime(byte)) return [[], { type: 'real-time', byte }]
  if (isAsbRest(byte)) return [[], { type: 'queued', byte }]
  return [[], null]
}

const afterHeader = (pending: Pending, byte: number): Step => {
  const at = pending.length
  if (at === 1) return byte === idAnswer || byte === clearAnswer ? [[...pending, byte], null] : first(byte)
  if (pending[1] === clearAnswer) return byte === 0 ? [[], { type: 'buffer-cleared' }] : first(byte)
  if (at < 6) return isTokenByte(byte) ? [[...pending, byte], null] : first(byte)
  return byte === 0
    ? [[], { type: 'process-id', token: String.fromCharCode(...pending.slice(2)) }]
    : first(byte)
}

const withinAsb = (pending: Pending, byte: number): Step => {
  if (isRealTime(byte)) return [pending, { type: 'real-time', byte }]
  if (!isAsbRest(byte)) return first(byte)
  const [b0, b1, b2] = pending
  if (b0 !== undefined && b1 !== undefined && b2 !== undefined)
    return [[], { type: 'asb', bytes: [b0, b1, b2, byte] }]
  return [[...pending, byte], null]
}

/** Takes one byte. An answer that breaks off is dropped and the byte is read as the start of the next one. */
export const step = (pending: Pending, byte: number): Step => {
  if (pending.length === 0) return first(byte)
  return pending[0] === header ? afterHeader(pending, byte) : withinAsb(pending, byte)
}

/** Reads a stream that arrives in pieces of any size. */
export const createStatusReader = (): ((chunk: Uint8Array) => StatusEvent[]) => {
  let pending: Pending = []
  return (chunk) => {
    const events: StatusEvent[] = []
    for (const byte of chunk) {
      const [rest, event] = step(pending, byte)
      pending = rest
      if (event !== null) events.push(event)
    }
    return events
  }
}
