import type { RefusalCode } from '../domain/refusal.ts'

/**
 * - `lost`: nobody answered; what was under way may be stored or not, now or later.
 * - `busy`: certainly not stored, and not the commands' fault: again, in a while.
 * - `faulty`: certainly not stored, and it will not be: one of the commands is at fault.
 */
export type DatabaseFailure = 'lost' | 'busy' | 'faulty'

/** The connection, not the database, ended a query: nobody knows what became of it. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
}

interface PostgresError extends Error {
  code: string
  constraint?: string
  table?: string
  column?: string
  routine?: string
}

export const isPostgresError = (error: unknown): error is PostgresError =>
  error instanceof Error &&
  'severity' in error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code)

/** Deadlock, serialization, a lock or statement that took too long; no room on disk, no memory, no connections; an I/O error. */
const busy = /^(40|53|55|58|57014|57P03|57P05)/

/** SQLSTATE class 08 and a shutdown end the connection in mid-statement. */
const lost = /^(08|57P0)/

/** A key that another statement stored meanwhile: the next look at the keys finds it. */
const raced = new Set(['command_key_pkey', 'fact_pkey'])

export const failureOf = (error: unknown): DatabaseFailure => {
  if (error instanceof ConnectionLostError) return 'lost'
  if (!isPostgresError(error)) return 'faulty'
  if (busy.test(error.code) || raced.has(error.constraint ?? '')) return 'busy'
  return lost.test(error.code) ? 'lost' : 'faulty'
}

const refusals: Readonly<Record<string, RefusalCode>> = {
  visit_window: 'window-busy',
  window_label: 'window-taken',
  window_clerk: 'clerk-elsewhere',
  till_clerk: 'till-already-open',
  till_window: 'till-already-open',
  receipt_till: 'till-not-open',
  claim_slot: 'claim-taken',
  issuance_permit: 'number-in-use',
  intake_is_paid: 'not-paid',
  intake_has_declaration: 'declaration-missing',
  intake_has_oath: 'oath-missing',
}

/** The refusal that a broken constraint stands for, or null when it is a defect. */
export const refusalOf = (error: unknown): RefusalCode | null =>
  (isPostgresError(error) && refusals[error.constraint ?? '']) || null

/** What may be logged of it. Postgres puts values of rows into detail, message and where: they stay out. */
export const loggable = (error: unknown): object => {
  if (!isPostgresError(error)) return { err: error }
  const { code, constraint, table, column, routine } = error
  return { postgres: { code, constraint, table, column, routine } }
}
