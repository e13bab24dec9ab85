import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database/pool.ts'
import { sweeps } from './sweeps.ts'

const batch = 500
/** The counter's own statements go first: a sweep rests between two of its own. */
const restMs = 20

/** Destroys what is past its time, a few hundred rows at once. @returns how much of each went */
export const sweep = async (
  pool: Database,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Record<string, number>> => {
  const gone: Record<string, number> = {}
  for (const { what, sql } of sweeps) {
    for (let count = batch; count === batch && !signal?.aborted;) {
      const { rows } = await pool.query<{ count: number }>(sql, [batch])
      count = rows[0]?.count ?? 0
      if (count > 0) gone[what] = (gone[what] ?? 0) + count
      if (count === batch) await sleep(restMs)
    }
  }
  return gone
}

export interface KeepSwept {
  pool: Database
  everyMs?: number
  onSwept: (gone: Record<string, number>) => void
  onError: (error: unknown) => void
}

/** Sweeps soon after the start and then every hour; any number of nodes may. */
export const keepSwept = ({
  pool,
  everyMs = 3_600_000,
  onSwept,
  onError,
}: KeepSwept): { stop(): Promise<void> } => {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async (): Promise<void> => {
    for (let waitMs = Math.min(everyMs, 60_000); ; waitMs = everyMs) {
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => {})
      if (signal.aborted) return
      const gone = await sweep(pool, { signal }).catch(onError)
      if (gone && Object.keys(gone).length > 0) onSwept(gone)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
