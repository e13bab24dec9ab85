import type { Language } from './language.ts'

/** What a slip is for; it decides nothing about its look. */
export type SlipKind = 'ticket' | 'receipt' | 'declaration' | 'permit' | 'count' | 'test'

export type SlipAlign = 'left' | 'center'

/** `number` fills the paper's width: the ticket's number. */
export type SlipSize = 'small' | 'normal' | 'large' | 'number'

/**
 * One block of a slip, top to bottom. Texts are in the slip's language and wrap to the paper's columns;
 * a `row` keeps its right side on its last line. Data of QR and bar codes (CODE128) is printable ASCII. The logo is the agent's; without
 * one there is none.
 */
export type SlipBlock =
  | { type: 'text'; text: string; size?: SlipSize; bold?: boolean; align?: SlipAlign }
  | { type: 'row'; left: string; right: string; bold?: boolean }
  | { type: 'box'; text: string }
  | { type: 'rule' }
  | { type: 'space'; lines: number }
  | { type: 'qr'; data: string; caption?: string }
  | { type: 'barcode'; data: string }
  | { type: 'logo' }
  | { type: 'signature'; label: string }

/** A document for an 80 or 58 mm printer, free of bytes: the device agent turns it into ESC/POS. It always ends in a cut. */
export interface Slip {
  kind: SlipKind
  language: Language
  blocks: readonly SlipBlock[]
}

/** How a print job ended, or stands, as the printer itself tells it. Only `printed` means that paper came out. */
export type PrintOutcome =
  /** the printer confirmed that all of it was printed */
  | 'printed'
  /** all bytes were taken by a printer that cannot confirm */
  | 'sent'
  /** nothing was sent; the job may be tried again */
  | 'failed'
  /** out of paper or cover open in the middle; it may still finish by itself */
  | 'stalled'
  /** the connection was lost in the middle: nobody knows */
  | 'unknown'
  /** it waited too long; nothing was printed */
  | 'expired'

export type PrintState = 'queued' | PrintOutcome

/** What an agent is asked to do. `copy` 0 is the original; from 1 on the paper says REPRINT. A drawer kick is its own job. */
export interface PrintJob {
  jobId: string
  printerId: string
  work: { type: 'slip'; slip: Slip; copy: number } | { type: 'drawer' }
  /** epoch milliseconds after which it must not print any more, or null */
  expiresAt: number | null
}

export type PrinterCondition = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'error' | 'offline'
