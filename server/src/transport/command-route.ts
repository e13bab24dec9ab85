import type { FastifyInstance } from 'fastify'
import { paths } from '../contract/paths.ts'
import { routes, type CommandReply } from '../contract/routes.ts'
import { commandSchemas } from '../contract/schemas.ts'
import type { Database } from '../database/pool.ts'
import { isAgentOf } from '../devices/device-store.ts'
import type { Command, CommandKind } from '../domain/command.ts'
import { actorOf } from './authenticator.ts'
import { admit, sendProblem, type Gate } from './http-routes.ts'
import { parseInput } from './input.ts'

/** 8 to 100 printable characters without a space. */
const keyPattern = /^[\x21-\x7e]{8,100}$/

const isKind = (kind: string): kind is CommandKind => Object.hasOwn(commandSchemas, kind)

/** The one way a command gets to its office's line. Who gives it is known from the session or the device, never from the body. */
export const registerCommands = (
  app: FastifyInstance,
  gate: Gate & { pool: Database },
  ticketUrl: (visitId: string) => string,
): void => {
  const [, url = ''] = paths.command.split(' ')
  app.post<{ Params: { kind: string } }>(url, async (request, reply) => {
    const admitted = await admit(gate, reply, routes.command.access)
    if (typeof admitted === 'string') return sendProblem(reply, admitted)
    const { identity, office } = admitted
    if (!identity || !office) return sendProblem(reply, 'unauthenticated')

    const { kind } = request.params
    if (!isKind(kind)) return sendProblem(reply, 'unknown-route')
    const key = request.headers['idempotency-key']
    if (typeof key !== 'string' || !keyPattern.test(key)) return sendProblem(reply, 'invalid-key')
    const body = parseInput(commandSchemas[kind], request.body)
    if (!body.ok) {
      const isCard = body.fields.some(({ code }) => code === 'card-number')
      return sendProblem(reply, isCard ? 'card-number' : 'invalid-body', { fields: body.fields })
    }

    const command = { kind, body: body.value } as Command
    // What an agent of this office is the line does not know: devices are in no fact.
    if (command.kind === 'add-printer' && !(await isAgentOf(gate.pool, office.id, command.body.deviceId)))
      return sendProblem(reply, 'not-found')

    const result = await office.submit(command, actorOf(identity), key)
    if (result.ok && kind === 'take-ticket') {
      const taken = result.reply as CommandReply<'take-ticket'>
      return reply.send({ ...taken, url: ticketUrl(taken.visitId) })
    }
    if (result.ok) return reply.send(result.reply)
    return sendProblem(reply, result.code, result.details ? { details: result.details } : {})
  })
}
