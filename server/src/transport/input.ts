import type { z } from 'zod'
import type { ProblemDocument } from '../contract/problem.ts'

type Fields = NonNullable<ProblemDocument['fields']>

const maxFields = 20

/** What a body has wrong, by path and code, and never the value itself: it may be a name. */
const fieldsOf = (error: z.ZodError): Fields =>
  error.issues.slice(0, maxFields).map((issue) => ({
    path: issue.path.join('.').slice(0, 200),
    code: issue.code === 'custom' ? issue.message : issue.code.replaceAll('_', '-'),
  }))

/** Deeper than anything of ours, and shallow enough for whatever walks through it by calling itself. */
const maxDepth = 32

const isDeeperThan = (depth: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth === 0 || Object.values(value).some((part) => isDeeperThan(depth - 1, part)))

export type Input<Value> = { ok: true; value: Value } | { ok: false; fields: Fields }

export const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): Input<z.output<Schema>> => {
  if (isDeeperThan(maxDepth, raw)) return { ok: false, fields: [{ path: '', code: 'too-deep' }] }
  const parsed = schema.safeParse(raw)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, fields: fieldsOf(parsed.error) }
}
