import { printJobSchema } from '@lobbyline/server/contract/schemas'
import type { PrintJob } from '../contract.ts'
import { encodeKick, encodeSlip, type EncodedJob } from '../escpos/encode.ts'
import type { Profile } from '../escpos/profile.ts'

/** A job as it comes in, of which only so much is read as its first byte needs. `createEncoder` reads the rest. */
export interface ArrivedJob extends Pick<PrintJob, 'jobId' | 'printerId' | 'expiresAt'> {
  work: { type?: unknown; slip?: unknown; copy?: unknown }
}

export const isArrivedJob = (message: unknown): message is ArrivedJob => {
  const { jobId, printerId, expiresAt, work } = Object(message) as Partial<Record<keyof PrintJob, unknown>>
  return (
    typeof jobId === 'string' &&
    typeof printerId === 'string' &&
    (expiresAt === null || typeof expiresAt === 'number') &&
    typeof work === 'object' &&
    work !== null
  )
}

const kept = 16

/** All that an opening follows from, besides the printer: the same words, the same bytes. */
const wordsOf = (slip: unknown): string => {
  const { language, blocks } = Object(slip) as { language?: unknown; blocks?: unknown }
  if (!Array.isArray(blocks)) return ''
  const { type } = Object(blocks[0]) as { type?: unknown }
  const count = type === 'logo' ? 2 : 1
  return JSON.stringify([language, blocks.slice(0, count), blocks.length > count])
}

/**
 * Encodes the jobs of one printer, and remembers the openings: nearly every slip begins with the city's name, so
 * that only the first one is read and encoded before its first byte can leave, the others while the journal's disk
 * is at work. Throws, at the latest from `rest`, for a job that is none or cannot be printed.
 */
export const createEncoder = (profile: Profile): ((job: ArrivedJob, jobToken: string) => EncodedJob) => {
  const openings = new Map<string, Buffer>()
  return (job, jobToken) => {
    const encodeIt = (): EncodedJob => {
      const { work } = printJobSchema.parse(job)
      if (work.type === 'drawer') return encodeKick(profile, { jobToken })
      return encodeSlip(work.slip, profile, { copy: work.copy, jobToken })
    }
    if (job.work.copy !== 0) return encodeIt()
    const words = wordsOf(job.work.slip)
    const opening = openings.get(words)
    if (opening !== undefined) return { opening, rest: () => encodeIt().rest() }
    const parts = encodeIt()
    if (openings.size >= kept) openings.clear()
    openings.set(words, parts.opening)
    return parts
  }
}
