import fastifyCookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Database } from '../database/pool.ts'
import type { Services } from '../services/registry.ts'
import { Speech } from '../speech/speech.ts'
import { ticketUrl } from '../views/ticket-secret.ts'
import { Authenticator } from './authenticator.ts'
import { clientAddress, trustOf } from './client-address.ts'
import { registerCommands } from './command-route.ts'
import { CookieRenewal } from './cookie-renewal.ts'
import { createHandlers } from './handlers.ts'
import { registerRoutes, sendProblem, type Gate } from './http-routes.ts'
import { startLive, type LiveLimits } from './live/live.ts'
import type { Log } from './log.ts'
import type { Offices } from './offices.ts'
import { isOwnHost, type OwnOrigin } from './own-origin.ts'
import { registerRequestLog } from './request-log.ts'
import { bodyLimitBytes, registerRequestRules } from './request-rules.ts'
import { inlineScriptHashes, securityHeaders } from './security-headers.ts'
import { SecurityEvents } from './security-events.ts'
import { registerStaticApps, type LoadedApp, type OnPage } from './static-apps.ts'

export interface AppOptions {
  pool: Database
  offices: Offices
  services: Services
  serverKey: Buffer
  /** without it only recordings are heard */
  speech?: Speech
  publicUrl: string
  trustedProxies?: readonly string[]
  /** the demo: any of this machine's own names will do as address */
  loopback?: boolean
  /** how long a request may take to come in: longer than any body of ours takes, shorter than patience holds a socket */
  requestTimeoutMs?: number
  liveLimits?: LiveLimits
  apps?: readonly LoadedApp[]
  /** before a page is sent; the demo enrolls its screens here */
  onPage?: OnPage
  log: Log
}

export interface App {
  readonly http: FastifyInstance
  /** @returns the port it listens on */
  listen(address: { host: string; port: number }): Promise<number>
  /** No new requests, the ones under way are answered, sockets are told to come back. */
  close(): Promise<void>
}

/** The server's outside: HTTP, sockets and the apps' files over its offices. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const {
    pool,
    offices,
    publicUrl,
    trustedProxies = [],
    loopback = false,
    requestTimeoutMs = 20_000,
    log,
  } = options
  const own: OwnOrigin = { publicUrl, loopback }
  const onError = (error: unknown): void => log.error({ err: error }, 'could not be done')
  const authenticator = new Authenticator(pool)
  const securityEvents = new SecurityEvents(pool, onError)
  const cookieRenewal = new CookieRenewal(publicUrl)
  const gate: Gate = { authenticator, cookieRenewal, offices, securityEvents }
  const apps = options.apps ?? []
  const headers = securityHeaders({
    publicUrl,
    scriptHashes: [
      ...new Set(
        apps
          .flatMap(({ page, ownPages }) => [page, ...ownPages.values()])
          .flatMap(({ body }) => inlineScriptHashes(body.toString())),
      ),
    ],
  })
  const isTrusted = trustOf(trustedProxies)

  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 5_000),
    },
    trustProxy: isTrusted,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 120 },
    // An address that cannot be one comes to no hook.
    frameworkErrors: (_error, _request, reply) =>
      void sendProblem(reply.headers({ ...headers, 'cache-control': 'no-store' }), 'unknown-route'),
  }) as unknown as FastifyInstance
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    // Names, answers and tickets stay in no browser's cache.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  const live = startLive(http.server, {
    ...gate,
    pool,
    own,
    addressOf: (request) => clientAddress(request, isTrusted),
    onError,
    limits: options.liveLimits,
  })

  registerRequestLog(http)
  await http.register(fastifyCookie)
  registerRequestRules(http, own, securityEvents)

  const handlers = createHandlers({
    ...options,
    speech: options.speech ?? new Speech({ pool, synthesizer: null, cache: null }),
    authenticator,
    securityEvents,
    onCredentialEnded: (credential) => {
      authenticator.forget(credential)
      live.end(credential)
    },
  })
  registerRoutes(http, gate, handlers)
  registerCommands(http, { ...gate, pool }, (visitId) => ticketUrl(publicUrl, options.serverKey, visitId))
  registerStaticApps(http, apps, async (request, reply) => {
    if (options.onPage && isOwnHost(request.headers.host, own)) await options.onPage(request, reply)
  })
  http.setNotFoundHandler((_request, reply) => sendProblem(reply, 'unknown-route'))

  return {
    http,
    listen: async ({ host, port }) => {
      await http.listen({ host, port })
      const address = http.server.address()
      return typeof address === 'object' && address ? address.port : port
    },
    close: async () => {
      live.close()
      await http.close()
    },
  }
}
