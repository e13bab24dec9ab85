import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a URL. Only its hash is stored, so a stolen table opens no door. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url')

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
