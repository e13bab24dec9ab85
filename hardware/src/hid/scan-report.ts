const reportId = 0x02
const dataAt = 5
const dataBytes = 56
const continuedAt = 63

/** A code as a scanner in HID-POS mode read it. */
export interface Scan {
  /** AIM's name of the symbology, like `]Q1` for a QR code */
  aim: string
  text: string
}

const printable = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes).replace(/[\u0000-\u001f\u007f]/g, '')

/**
 * Reads the reports of a bar code scanner (usage page 8C, usage 2): id, count, AIM identifier, 56 bytes of data, and at the end
 * whether the code goes on in the next report.
 */
export const createScanReader = (): ((report: Uint8Array) => Scan | null) => {
  let parts: Uint8Array[] = []
  return (report) => {
    const count = report[1] ?? 0
    if (report[0] !== reportId || count > dataBytes || report.length < dataAt + count) {
      parts = []
      return null
    }
    parts.push(report.slice(dataAt, dataAt + count))
    if (((report[continuedAt] ?? 0) & 1) === 1 && parts.length < 100) return null
    const aim = printable(report.slice(2, dataAt))
    const text = printable(Buffer.concat(parts))
    parts = []
    return text === '' ? null : { aim, text }
  }
}

/** The reports by which a scanner would send this code: for the emulated one. */
export const scanReports = (text: string, aim = ']Q1'): Uint8Array[] => {
  const bytes = new TextEncoder().encode(text)
  const count = Math.max(1, Math.ceil(bytes.length / dataBytes))
  return Array.from({ length: count }, (_, index) => {
    const report = new Uint8Array(64)
    const part = bytes.slice(index * dataBytes, (index + 1) * dataBytes)
    report.set([reportId, part.length, ...new TextEncoder().encode(aim)])
    report.set(part, dataAt)
    report[continuedAt] = index < count - 1 ? 1 : 0
    return report
  })
}
