import { createHash } from 'node:crypto'

/** A UUID (version 8) that is the same whenever the same thing is reported, also after a restart. */
export const reportKey = (...parts: readonly (string | number)[]): string => {
  const bytes = createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
