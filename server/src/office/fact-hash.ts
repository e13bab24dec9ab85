import { hash } from 'node:crypto'
import type { Fact } from '../domain/fact.ts'

/**
 * A fact's hash covers the hash before it, all its other fields, and the body as the very bytes that are stored. JSON never
 * holds a raw line break, so the one between the two parts is unmistakable.
 */
export const factHash = (
  previous: string,
  { office, seq, v, at, actor, commandKey, kind }: Omit<Fact, 'hash' | 'body'>,
  bodyText: string,
): string =>
  hash(
    'sha256',
    `${JSON.stringify([previous, office, seq, v, at, actor, commandKey, kind])}\n${bodyText}`,
    'hex',
  )
