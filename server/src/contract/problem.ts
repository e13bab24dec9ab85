import type { RefusalCode } from '../domain/refusal.ts'

/** Codes of the transport, beside the refusals of the line. */
export const transportCodes = [
  'invalid-body',
  'invalid-key',
  'unauthenticated',
  'forbidden',
  'wrong-origin',
  'wrong-content-type',
  'too-large',
  'too-many-requests',
  'locked-out',
  'wrong-credentials',
  'unknown-route',
  'outcome-unknown',
  'not-ready',
  'internal',
] as const

export type ProblemCode = RefusalCode | (typeof transportCodes)[number]

/** RFC 9457. `code` is the part to act on; `details` fill its wording; `fields` name what a body has wrong. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  code: ProblemCode
  details?: Readonly<Record<string, string | number>>
  fields?: readonly { path: string; code: string }[]
}
