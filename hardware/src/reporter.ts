import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'
import { paths } from './contract.ts'

export type ReportKind = 'report-print' | 'report-printer' | 'report-drawer'

export interface Report {
  kind: ReportKind
  /** reports about one subject arrive in their order */
  subject: string
  key: string
  body: Readonly<Record<string, string | boolean>>
}

export interface ReporterOptions {
  serverUrl: string
  deviceToken: string
  log: Log
  firstRetryMs?: number
  longestRetryMs?: number
}

/** `untold`: the server does not know us, or we stopped first; it is still to be told. */
export type ReportAnswer = 'taken' | 'refused' | 'untold'

export interface Reporter {
  /** Resolves once the server has answered for good. */
  send(report: Report): Promise<ReportAnswer>
  stop(): void
}

const isProblem = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('application/problem+json')

const codeIn = (body: string): string | null => {
  try {
    const { code } = Object(JSON.parse(body)) as { code?: unknown }
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}

/** A refusal is final; an unknown outcome, a busy or a missing server is not. */
const isFinal = (response: Response): boolean =>
  response.status >= 400 && response.status < 500 && response.status !== 429 && isProblem(response)

/** Tells the server by HTTP what became of a job or a printer, again and again with the same key until it is known there. */
export const createReporter = (options: ReporterOptions): Reporter => {
  const { serverUrl, deviceToken, log, firstRetryMs = 200, longestRetryMs = 10_000 } = options
  const stopped = new AbortController()
  const last = new Map<string, Promise<unknown>>()

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

  /** null: to be tried again. */
  const attempt = async (report: Report): Promise<ReportAnswer | null> => {
    try {
      const response = await post(report)
      const answer = await response.text()
      if (response.ok) return 'taken'
      if (!isFinal(response)) return null
      const { kind, subject } = report
      log('report-refused', { kind, subject, status: response.status, code: codeIn(answer) })
      return response.status === 401 || response.status === 403 ? 'untold' : 'refused'
    } catch {
      return null
    }
  }

  const deliver = async (report: Report): Promise<ReportAnswer> => {
    for (let tries = 0; !stopped.signal.aborted; tries++) {
      const answer = await attempt(report)
      if (answer !== null) return answer
      const backOff = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(tries, 10))
      await wait(backOff * (0.5 + Math.random() / 2), undefined, { signal: stopped.signal }).catch(() => {})
    }
    return 'untold'
  }

  return {
    send: (report) => {
      const before = last.get(report.subject) ?? Promise.resolve()
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
