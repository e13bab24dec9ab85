import pino, { type Logger } from 'pino'
import type { Configuration } from '../configuration.ts'

export type Log = Logger

/** A database's error may quote a row in its details: of an error only what cannot hold a name is kept. */
const errorOf = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: typeof error }
  const { name, message, stack, cause } = error
  const { code, constraint } = error as { code?: string; constraint?: string }
  return { name, message, code, constraint, stack, ...(cause ? { cause: errorOf(cause) } : {}) }
}

/** JSON lines on stderr: stdout is for people. */
export const createLog = (level: Configuration['logLevel']): Log =>
  pino({ level, base: null, serializers: { err: errorOf } }, pino.destination({ dest: 2, sync: true }))
