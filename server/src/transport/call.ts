import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { QueryName } from '../contract/client.ts'
import type { ProblemCode } from '../contract/problem.ts'
import type { routes, RouteReplies } from '../contract/routes.ts'
import type { Result } from '../domain/result.ts'
import type { Office } from '../office/office.ts'
import type { Identity } from './authenticator.ts'

type Table = typeof routes
type Part<Name extends QueryName, Where extends 'params' | 'query' | 'body'> =
  Table[Name] extends Record<Where, infer Schema extends z.ZodType>
    ? { [Key in Where]: z.output<Schema> }
    : object

type Known<Name extends QueryName> = Table[Name]['access'] extends 'public'
  ? { identity: Identity | null }
  : { identity: Identity; office: Office }

/** What a handler gets: what was asked, parsed, and by whom; whoever may not use the route does not come this far. */
export type Call<Name extends QueryName> = Part<Name, 'params'> &
  Part<Name, 'query'> &
  Part<Name, 'body'> &
  Known<Name> & { address: string; reply: FastifyReply }

export type Handler<Name extends QueryName> = (
  call: Call<Name>,
) => Promise<Result<RouteReplies[Name], ProblemCode>>

export type Handlers = { readonly [Name in QueryName]: Handler<Name> }
