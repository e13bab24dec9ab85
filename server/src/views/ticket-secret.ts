import { createHmac, timingSafeEqual } from 'node:crypto'

const macOf = (serverKey: Buffer, visitId: string): string =>
  createHmac('sha256', serverKey).update(`visit:${visitId}`).digest().subarray(0, 12).toString('base64url')

/** What a ticket's QR carries: the visit and 96 bits that only the server can make. Nothing of it is stored. */
export const ticketSecret = (serverKey: Buffer, visitId: string): string =>
  `${visitId}.${macOf(serverKey, visitId)}`

/** The visit of a secret, or null when it is not one of ours. */
export const visitOfSecret = (serverKey: Buffer, secret: string): string | null => {
  const end = secret.lastIndexOf('.')
  const visitId = secret.slice(0, Math.max(end, 0))
  const [given, right] = [Buffer.from(secret.slice(end + 1)), Buffer.from(macOf(serverKey, visitId))]
  return given.length === right.length && timingSafeEqual(given, right) ? visitId : null
}

/** Where a phone follows this visit. */
export const ticketUrl = (publicUrl: string, serverKey: Buffer, visitId: string): string =>
  `${publicUrl}/t/${ticketSecret(serverKey, visitId)}`
