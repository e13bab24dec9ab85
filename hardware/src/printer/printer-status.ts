import type { PrinterCondition } from '../contract.ts'

export interface PrinterStatus {
  offline: boolean
  coverOpen: boolean
  error: boolean
  paper: 'ok' | 'low' | 'out'
}

export const healthy: PrinterStatus = { offline: false, coverOpen: false, error: false, paper: 'ok' }

const paperFrom = (byte: number, low: number, out: number): PrinterStatus['paper'] =>
  byte & out ? 'out' : byte & low ? 'low' : 'ok'

export const statusFromAsb = ([b0, b1, b2]: readonly [number, number, number, number]): PrinterStatus => ({
  offline: (b0 & 0x08) !== 0,
  coverOpen: (b0 & 0x20) !== 0,
  error: (b1 & 0x6c) !== 0,
  paper: paperFrom(b2, 0x03, 0x0c),
})

/** From the answers to `DLE EOT` 1 (the printer), 2 (why it is offline) and 4 (the paper sensors). */
export const statusFromRealTime = (printer: number, cause: number, paper: number): PrinterStatus => ({
  offline: (printer & 0x08) !== 0,
  coverOpen: (cause & 0x04) !== 0,
  error: (cause & 0x40) !== 0,
  paper: cause & 0x20 ? 'out' : paperFrom(paper, 0x0c, 0x60),
})

/** From the first byte of an automatic status, or the answer to `DLE EOT` 1. */
export const isDrawerPinHigh = (byte: number): boolean => (byte & 0x04) !== 0

/** The one thing to tell people, the most urgent first. */
export const conditionOf = (status: PrinterStatus): PrinterCondition => {
  if (status.error) return 'error'
  if (status.coverOpen) return 'cover-open'
  if (status.paper === 'out') return 'paper-out'
  if (status.offline) return 'offline'
  return status.paper === 'low' ? 'paper-low' : 'ready'
}

export const canPrint = (condition: PrinterCondition): boolean =>
  condition === 'ready' || condition === 'paper-low'
