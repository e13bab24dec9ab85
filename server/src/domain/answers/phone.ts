import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'

/** Ten digits of the North American plan out of whatever someone types: "951 555 0142", "+1 (951) 555-0142". */
export const parsePhone = (typed: string): Result<string, 'not-a-phone'> => {
  if (typed.length > 40 || !/^[\d\s()+./-]*$/.test(typed)) return refuse('not-a-phone')
  const digits = typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? ok(digits) : refuse('not-a-phone')
}

/** "(951) 555-0142" */
export const formatPhone = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')
