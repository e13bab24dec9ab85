import type { CommandBodies, CommandKind } from '../domain/command.ts'
import { audienceHeader, type Audience } from './live.ts'
import { paths } from './paths.ts'
import type { ProblemDocument } from './problem.ts'
import type { CommandAnswer, RouteInputs, RouteReplies } from './routes.ts'

export type QueryName = keyof RouteReplies

/**
 * `offline`: no answer came, so nobody knows what happened. Giving the same command again with the same key is safe and is the way on.
 */
export type ClientError = { code: 'offline' } | ProblemDocument

export type ClientResult<Value> = { ok: true; value: Value } | { ok: false; error: ClientError }

/**
 * A new idempotency key. One for each thing a person wants to happen, kept over every retry of it. A page that came without TLS has
 * no `crypto.randomUUID`.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

export interface Client {
  query<Name extends QueryName>(
    name: Name,
    input: RouteInputs[Name],
  ): Promise<ClientResult<RouteReplies[Name]>>
  command<Kind extends CommandKind>(
    kind: Kind,
    body: CommandBodies[Kind],
    key: string,
  ): Promise<ClientResult<CommandAnswer<Kind>>>
}

interface ClientOptions {
  /** '' is the page's own server */
  base?: string
  /** who asks, where one browser may hold the cookies of several; without it a staff session comes first */
  audience?: Audience
  timeoutMs?: number
  headers?: Readonly<Record<string, string>>
  fetch?: typeof globalThis.fetch
}

const isProblem = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value

/** The typed client of the whole interface. It never throws and never retries by itself. */
export const createClient = (options: ClientOptions = {}): Client => {
  const {
    base = '',
    audience,
    timeoutMs = 10_000,
    headers = {},
    fetch = globalThis.fetch.bind(globalThis),
  } = options

  const send = async <Value>(
    method: string,
    path: string,
    body: unknown,
    extra: Record<string, string>,
  ): Promise<ClientResult<Value>> => {
    try {
      const response = await fetch(base + path, {
        method,
        headers: {
          ...headers,
          ...extra,
          ...(audience === undefined ? {} : { [audienceHeader]: audience }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        credentials: 'same-origin',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const value: unknown = await response.json()
      if (response.ok) return { ok: true, value: value as Value }
      return { ok: false, error: isProblem(value) ? value : { code: 'offline' } }
    } catch {
      return { ok: false, error: { code: 'offline' } }
    }
  }

  return {
    query(name, input) {
      const {
        params = {},
        query = {},
        body,
      } = input as {
        params?: Record<string, string>
        query?: Record<string, string | number | undefined>
        body?: unknown
      }
      const [method = 'GET', pattern = ''] = paths[name].split(' ')
      const path = pattern.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
      ).toString()
      return send(method, search ? `${path}?${search}` : path, body, {})
    },
    command: (kind, body, key) => send('POST', `/api/commands/${kind}`, body, { 'idempotency-key': key }),
  }
}
