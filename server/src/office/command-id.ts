import { hash } from 'node:crypto'

/**
 * Ids of what a command makes: the same for the same command however often it is decided, so that no retry makes a thing twice.
 * They are UUIDs of version 8 (RFC 9562): their bits come from a SHA-256.
 */
export const commandIds =
  (officeId: string, actor: string, key: string): ((name: string) => string) =>
  (name) => {
    const hex = hash('sha256', JSON.stringify([officeId, actor, key, name]), 'hex')
    const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

/** What tells a retry from another command under the same key. */
export const bodyHash = (kind: string, body: unknown): string =>
  hash('sha256', JSON.stringify([kind, body]), 'hex')
