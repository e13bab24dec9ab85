import type { ProblemCode, ProblemDocument } from '../contract/problem.ts'

/** The HTTP status of every code: 403 a right is missing, 404 not there, 409 not in this state, 422 not acceptable as sent. */
const statusOf: Readonly<Record<ProblemCode, number>> = {
  'invalid-body': 422,
  'invalid-key': 422,
  unauthenticated: 401,
  forbidden: 403,
  'wrong-origin': 403,
  'wrong-content-type': 415,
  'too-large': 413,
  'too-many-requests': 429,
  'locked-out': 429,
  'wrong-credentials': 401,
  'unknown-route': 404,
  'outcome-unknown': 503,
  'not-ready': 503,
  internal: 500,

  'not-found': 404,
  'wrong-state': 409,
  'not-allowed': 403,
  'stale-revision': 409,
  'unknown-service': 422,
  'invalid-answers': 422,
  'key-reused': 422,
  'office-not-open': 409,
  'office-already-open': 409,
  'line-empty': 409,
  'window-closed': 409,
  'window-taken': 409,
  'window-busy': 409,
  'clerk-elsewhere': 409,
  'visit-at-other-window': 409,
  'already-called': 409,
  'nothing-to-undo': 409,
  'undo-window-busy': 409,
  'intakes-open': 409,
  'review-incomplete': 409,
  'paper-not-acceptable': 409,
  'declaration-missing': 409,
  'oath-missing': 409,
  'oath-not-asked': 409,
  'oath-right-missing': 403,
  eligibility: 409,
  'claim-taken': 409,
  'note-without-form': 422,
  'unknown-denial': 422,
  'not-paid': 409,
  'numbers-missing': 422,
  'number-in-use': 409,
  'changed-since-approval': 409,
  'issuance-canceled': 409,
  'amendment-refused': 409,
  'till-not-open': 409,
  'till-already-open': 409,
  'till-of-other-clerk': 403,
  'tills-open': 409,
  'amount-changed': 409,
  'tender-short': 422,
  'tender-over': 422,
  'already-paid': 409,
  'receipt-voided': 409,
  'void-too-late': 409,
  'handed-over': 409,
  'void-first': 409,
  'supervisor-required': 403,
  'reason-required': 422,
  'printer-unknown': 422,
  'nothing-to-print': 409,
}

export const problemMediaType = 'application/problem+json'

const titleOf = (code: ProblemCode): string => {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const problem = (
  code: ProblemCode,
  more: Pick<ProblemDocument, 'details' | 'fields'> = {},
): ProblemDocument => ({
  type: `urn:lobbyline:problem:${code}`,
  title: titleOf(code),
  status: statusOf[code],
  code,
  ...more,
})
