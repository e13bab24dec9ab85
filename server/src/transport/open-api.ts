import { z } from 'zod'
import { protocolVersion } from '../contract/live.ts'
import { transportCodes, type ProblemCode } from '../contract/problem.ts'
import { routes, type Access } from '../contract/routes.ts'
import { commandSchemas } from '../contract/schemas.ts'
import { refusalCodes } from '../domain/refusal.ts'
import { deviceCookies, sessionCookie } from './cookies.ts'
import { problem, problemMediaType } from './problem.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType): Json => {
  const json: Json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const { $schema: _, ...rest } = json
  return rest
}

/** Each name of an object schema as a parameter of its own. */
const parametersOf = (schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: of,
  }))
}

const jsonBody = (schema: z.ZodType): Json => ({
  requestBody: { required: true, content: { 'application/json': { schema: schemaOf(schema) } } },
})

const responsesOf = (codes: readonly ProblemCode[]): Json => {
  const byStatus = Map.groupBy(new Set(codes), (code) => problem(code).status)
  const problems = [...byStatus].map(([status, same]): [number, Json] => [
    status,
    {
      description: same.join(', '),
      content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    200: { description: 'OK', content: { 'application/json': { schema: { type: 'object' } } } },
    ...Object.fromEntries<Json>(problems),
  }
}

const admissionCodes = (access: Access): ProblemCode[] =>
  access === 'public' ? [] : ['unauthenticated', 'forbidden', 'not-ready']

const securityOf = (access: Access): Json[] => {
  const staff: Json[] = [{ session: [] }]
  const device: Json[] = [{ kiosk: [] }, { display: [] }, { token: [] }]
  switch (access) {
    case 'public':
      return []
    case 'staff':
    case 'counter':
      return staff
    case 'device':
      return device
    case 'staff-or-device':
    case 'counter-or-device':
      return [...staff, ...device]
  }
}

interface Described {
  at: string
  summary: string
  access: Access
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  errors: readonly ProblemCode[]
}

const pathItems = (table: Readonly<Record<string, Described>>): Json => {
  const items: Record<string, Json> = {}
  for (const [name, route] of Object.entries(table)) {
    const [method = 'GET', url = ''] = route.at.split(' ')
    const path = url.replace(/:(\w+)/g, '{$1}')
    items[path] = {
      ...items[path],
      [method.toLowerCase()]: {
        operationId: name,
        summary: route.summary,
        security: securityOf(route.access),
        parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
        ...(route.body ? jsonBody(route.body) : {}),
        responses: responsesOf([...admissionCodes(route.access), ...route.errors]),
      },
    }
  }
  return items
}

const keyParameter: Json = {
  name: 'idempotency-key',
  in: 'header',
  required: true,
  description:
    'Made by the client, one for each thing that should happen; the same key gives the same answer.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,100}$' },
}

const commandItems = (): Json =>
  Object.fromEntries(
    Object.entries(commandSchemas).map(([kind, schema]) => [
      `/api/commands/${kind}`,
      {
        post: {
          operationId: kind,
          tags: ['commands'],
          security: securityOf(routes.command.access),
          parameters: [keyParameter],
          ...jsonBody(schema),
          responses: responsesOf([
            ...admissionCodes(routes.command.access),
            ...routes.command.errors,
            ...refusalCodes,
          ]),
        },
      },
    ]),
  )

const cookie = (name: string): Json => ({ type: 'apiKey', in: 'cookie', name })

/** The whole interface as OpenAPI 3.1, from the table of routes and the schemas of the commands. */
export const openApi = (): object => {
  const { command: _, ...queries } = routes
  return {
    openapi: '3.1.0',
    info: { title: 'Lobbyline', version: String(protocolVersion), license: { name: 'Apache-2.0' } },
    paths: { ...pathItems(queries), ...commandItems() },
    components: {
      securitySchemes: {
        session: cookie(sessionCookie),
        kiosk: cookie(deviceCookies.kiosk),
        display: cookie(deviceCookies.display),
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { enum: [...refusalCodes, ...transportCodes] },
            details: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
            fields: {
              type: 'array',
              items: {
                type: 'object',
                required: ['path', 'code'],
                properties: { path: { type: 'string' }, code: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  }
}
