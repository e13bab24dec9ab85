import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'
import { paths } from './contract.ts'

export type ReportKind = 'report-print' | 'report-printer'

export interface Report {
  kind: ReportKind
  /** reports about one subject arrive in their order */
  subject: string
  key: string
  body: Readonly<Record<string, string>>
}

export interface ReporterOptions {
  serverUrl: string
  deviceToken: string
  log: Log
  firstRetryMs?: number
  longestRetryMs?: number
}

export interface Reporter {
  /** Resolves once the server has answered for good: true when it took the report, false when it refused it. */
  send(report: Report): Promise<boolean>
  stop(): void
}

const isProblem = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('application/problem+json')

/** A refusal is final; an unknown outcome, a busy or a missing server is not. */
const isFinal = (response: Response): boolean =>
  response.ok ||
  (response.status >= 400 && response.status < 500 && response.status !== 429 && isProblem(response))

/** Tells the server by HTTP what became of a job or a printer, again and again with the same key until it is known there. */
export const createReporter = (options: ReporterOptions): Reporter => {
  const { serverUrl, deviceToken, log, firstRetryMs = 200, longestRetryMs = 10_000 } = options
  const stopped = new AbortController()
  const last = new Map<string, Promise<boolean>>()

  const post = ({ kind, key, body }: Report): Promise<Response> => {
    const path = paths.command.replace(/^POST /, '').replace(':kind', kind)
    return fetch(new URL(path, serverUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${deviceToken}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(10_000)]),
    })
  }

  const attempt = async (report: Report): Promise<boolean | null> => {
    try {
      const response = await post(report)
      await response.arrayBuffer()
      if (!isFinal(response)) return null
      if (!response.ok)
        log('report-refused', { kind: report.kind, subject: report.subject, status: response.status })
      return response.ok
    } catch {
      return null
    }
  }

  const deliver = async (report: Report): Promise<boolean> => {
    for (let tries = 0; !stopped.signal.aborted; tries++) {
      const answer = await attempt(report)
      if (answer !== null) return answer
      const backOff = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(tries, 10))
      await wait(backOff * (0.5 + Math.random() / 2), undefined, { signal: stopped.signal }).catch(() => {})
    }
    return false
  }

  return {
    send: (report) => {
      const before = last.get(report.subject) ?? Promise.resolve(true)
      const mine = before.then(() => deliver(report))
      last.set(report.subject, mine)
      void mine.then(() => {
        if (last.get(report.subject) === mine) last.delete(report.subject)
      })
      return mine
    },
    stop: () => stopped.abort(),
  }
}
