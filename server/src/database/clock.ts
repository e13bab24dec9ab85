import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../domain/time.ts'
import type { Database } from './pool.ts'

const mostMs = 60_000

export interface ClockDifference {
  here: Instant
  there: Instant
  /** how far this clock is ahead of the database's, at least; below zero behind */
  aheadMs: number
}

/** What the answer took to come is no difference. */
export const clockDifference = async (
  pool: Database,
  clock: () => Instant = Date.now,
): Promise<ClockDifference> => {
  const asked = clock()
  const { rows } = await pool.query<{ now: Instant }>('select clock_timestamp() as now')
  const here = clock()
  const there = rows[0]?.now ?? here
  return { here, there, aheadMs: Math.max(asked - there, 0) + Math.min(here - there, 0) }
}

const isOff = ({ aheadMs }: ClockDifference): boolean => Math.abs(aheadMs) > mostMs

const words = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

export class WrongClockError extends Error {
  override readonly name = 'WrongClockError'

  constructor({ here, there }: ClockDifference) {
    super(
      `The clock of this machine says ${words(here)}, and that of the database ${words(there)}. ` +
        'Set the one that is wrong, let NTP keep both, and start again: an office never goes back to an earlier time.',
    )
  }
}

/** One command by a clock that is far ahead, and the office stays there until that time has come. @throws WrongClockError */
export const refuseWrongClock = async (pool: Database, clock: () => Instant = Date.now): Promise<void> => {
  const difference = await clockDifference(pool, clock)
  if (isOff(difference)) throw new WrongClockError(difference)
}

export interface KeepClockCompared {
  pool: Database
  clock?: () => Instant
  everyMs?: number
  onOff: (difference: ClockDifference) => void
  onError: (error: unknown) => void
}

/** Compares every minute, for a clock may be set wrong while a server runs. */
export const keepClockCompared = ({
  pool,
  clock = Date.now,
  everyMs = 60_000,
  onOff,
  onError,
}: KeepClockCompared): { stop(): Promise<void> } => {
  const stopping = new AbortController()
  const { signal } = stopping
  const run = async (): Promise<void> => {
    for (;;) {
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {})
      if (signal.aborted) return
      const difference = await clockDifference(pool, clock).catch(onError)
      if (difference && isOff(difference)) onOff(difference)
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
