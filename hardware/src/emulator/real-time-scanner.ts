export type RealTimeCommand = { type: 'status'; what: number } | { type: 'clear-buffer' }

const clearBuffer = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08]
/**
 * Finds real-time commands as bytes arrive, before they are buffered and wherever they stand, even in the
 * middle of an image: as a printer does.
 */
export const createRealTimeScanner = (): ((byte: number) => RealTimeCommand | null) => {
  let before = 0
  let last = 0
  let cleared = 0
  return (byte) => {
    const isStatus = before === 0x10 && last === 0x04 && byte >= 1 && byte <= 4
    cleared = byte === clearBuffer[cleared] ? cleared + 1 : byte === clearBuffer[0] ? 1 : 0
    before = last
    last = byte
    if (isStatus) return { type: 'status', what: byte }
    if (cleared < clearBuffer.length) return null
    cleared = 0
    return { type: 'clear-buffer' }
  }
}
