import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export type PlainTextProblem = 'too-long' | 'bad-characters'

// Control characters, lone surrogates, line separators, and the characters that turn the direction of writing.
const refused = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
// No paper shows them: soft hyphens, spaces and joiners of no width, operators that are not seen. What joins letters stays.
const unseen = /[\u00AD\u200B\u2060-\u2065\u206A-\u206F]/g
// More marks on one letter than any writing has: they grow over the lines above and below.
const tower = /\p{M}{5}/u

/**
 * The one schema for every string that a person can type: NFC, single spaces, trimmed, nothing that is not seen, at most
 * `maxLength` UTF-16 units. Bounded before it is looked at, so that megabytes cost nothing.
 */
export const plainText = (raw: string, maxLength: number): Result<string, PlainTextProblem> => {
  if (raw.length > maxLength * 4 + 64) return refuse('too-long', { max: maxLength })
  if (refused.test(raw)) return refuse('bad-characters')
  const text = raw.replace(unseen, '').normalize('NFC').trim().replace(/ {2,}/g, ' ')
  if (tower.test(text)) return refuse('bad-characters')
  return text.length > maxLength ? refuse('too-long', { max: maxLength }) : ok(text)
}
