import type { FastifyError, FastifyInstance } from 'fastify'
import type { ProblemCode } from '../contract/problem.ts'
import { sendProblem } from './http-routes.ts'
import { isOwnOrigin, type OwnOrigin } from './own-origin.ts'
import type { SecurityEvents } from './security-events.ts'

/** A body holds a person's answers, not a file. */
export const bodyLimitBytes = 256 * 1024

const codeOf = (error: FastifyError): ProblemCode => {
  switch (error.statusCode) {
    case 413:
      return 'too-large'
    case 415:
      return 'wrong-content-type'
    case 429:
      return 'too-many-requests'
    case undefined:
      return 'internal'
    default:
      return error.statusCode < 500 ? 'invalid-body' : 'internal'
  }
}

const isJson = (contentType: string | undefined): boolean =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'

/** What holds for every request: it comes from our own pages, it is JSON when it carries something, and failures are documents. */
export const registerRequestRules = (
  app: FastifyInstance,
  own: OwnOrigin,
  securityEvents: SecurityEvents,
): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (!isOwnOrigin(request.headers, own)) {
      const route = request.routeOptions.url ?? ''
      securityEvents.record({ kind: 'wrong-origin', address: request.ip, detail: { route } })
      return sendProblem(reply, 'wrong-origin')
    }
    if (request.method === 'POST' && !isJson(request.headers['content-type']))
      return sendProblem(reply, 'wrong-content-type')
  })

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error)
    if (code === 'internal') request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, code)
  })
}
