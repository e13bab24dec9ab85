import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { QueryName } from '../contract/client.ts'
import type { ProblemCode, ProblemDocument } from '../contract/problem.ts'
import { routes, type Access } from '../contract/routes.ts'
import type { Office } from '../office/office.ts'
import type { Authenticator, Identity } from './authenticator.ts'
import type { Handlers } from './call.ts'
import type { CookieRenewal } from './cookie-renewal.ts'
import { parseInput } from './input.ts'
import type { Offices } from './offices.ts'
import { problem, problemMediaType } from './problem.ts'
import type { SecurityEvents } from './security-events.ts'

export const sendProblem = (
  reply: FastifyReply,
  code: ProblemCode,
  more: Pick<ProblemDocument, 'details' | 'fields'> = {},
): FastifyReply => {
  const document = problem(code, more)
  return reply.code(document.status).type(problemMediaType).send(JSON.stringify(document))
}

export interface Gate {
  authenticator: Authenticator
  cookieRenewal: CookieRenewal
  offices: Offices
  securityEvents: SecurityEvents
}

type Admitted = { identity: Identity | null; office?: Office }

const mayUse = (access: Access, identity: Identity | null): boolean => {
  if (access === 'public') return true
  if (identity === null) return false
  const servesPeople = identity.type === 'staff' && identity.staff.roles.some((role) => role !== 'admin')
  return access.split('-or-').some((who) => (who === 'counter' ? servesPeople : who === identity.type))
}

/** Who asks, and the office they belong to; a code when they may not. A refusal is written down. */
export const admit = async (
  { authenticator, cookieRenewal, offices, securityEvents }: Gate,
  reply: FastifyReply,
  access: Access,
): Promise<Admitted | ProblemCode> => {
  const { request } = reply
  const identity = await authenticator.ofRequest(request.headers)
  cookieRenewal.renew(reply, identity)
  if (!mayUse(access, identity)) {
    const code = identity ? 'forbidden' : 'unauthenticated'
    const route = request.routeOptions.url ?? ''
    securityEvents.record({
      kind: code,
      address: request.ip,
      detail: { route },
      endedDevice: () => authenticator.endedDeviceOf(request.headers),
    })
    return code
  }
  if (access === 'public' || !identity) return { identity }
  const office = offices.get(identity.officeId)
  return office ? { identity, office } : 'not-ready'
}

const parts = ['params', 'query', 'body'] as const

/** Every route of the table but the commands: admitted, parsed, handled, answered; there is no other way in. */
export const registerRoutes = (app: FastifyInstance, gate: Gate, handlers: Handlers): void => {
  for (const name of Object.keys(handlers) as QueryName[]) {
    const route = routes[name]
    const [method = 'GET', url = ''] = route.at.split(' ')
    const handler = handlers[name] as (call: object) => ReturnType<Handlers[QueryName]>
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const admitted = await admit(gate, reply, route.access)
        if (typeof admitted === 'string') return sendProblem(reply, admitted)
        const call: Record<string, unknown> = { ...admitted, address: request.ip, reply }
        for (const part of parts) {
          const schema = (route as Partial<Record<typeof part, z.ZodType>>)[part]
          if (!schema) continue
          const input = parseInput(schema, request[part])
          if (!input.ok) return sendProblem(reply, 'invalid-body', { fields: input.fields })
          call[part] = input.value
        }
        const result = await handler(call)
        if (result.ok) return reply.send(result.value)
        return sendProblem(reply, result.code, result.details ? { details: result.details } : {})
      },
    })
  }
}
