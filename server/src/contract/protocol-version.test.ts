import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { protocolVersion } from './live.ts'
import { transportCodes } from './problem.ts'
import { routes } from './routes.ts'
import { commandSchemas, printJobSchema } from './schemas.ts'
import { refusalCodes } from '../domain/refusal.ts'

/** What the two sides have to agree on: when one of them changes, an old screen would misread a new server. */
const typeFiles = [
  'contract/live.ts',
  'contract/paths.ts',
  'contract/problem.ts',
  'contract/routes.ts',
  'contract/views.ts',
  'domain/command.ts',
  'domain/fact.ts',
  'domain/language.ts',
  'domain/lookup.ts',
  'domain/offices/window-lights.ts',
  'domain/question.ts',
  'domain/service.ts',
  'domain/slip.ts',
  'domain/state.ts',
]

/** Its types alone, without a comment or a line break that means nothing. */
const declarationOf = (path: string): string => {
  const text = readFileSync(join(import.meta.dirname, '..', path), 'utf8')
  const { outputText } = ts.transpileDeclaration(text, {
    fileName: path,
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ESNext },
  })
  return outputText
    .split('\n')
    .filter((line) => !/^(import |export \{\};|export declare const protocolVersion)/.test(line))
    .join('\n')
}

const jsonOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref' })

const contract = (): unknown => ({
  commands: Object.entries(commandSchemas).map(([kind, schema]) => [kind, jsonOf(schema)]),
  routes: Object.entries(routes).map(([name, route]) => [
    name,
    Object.entries<unknown>(route).map(([part, value]): [string, unknown] => [
      part,
      value instanceof z.ZodType ? jsonOf(value) : value,
    ]),
  ]),
  job: jsonOf(printJobSchema),
  refusals: refusalCodes,
  problems: transportCodes,
  types: typeFiles.map((path) => [path, declarationOf(path)]),
})

/** Once a version is out, a change to the contract moves `protocolVersion`, and its hash gets a line here. */
const hashes: Readonly<Record<number, string>> = {
  1: '702f20fdc76c19ef',
  2: 'fd9c2612eb441c0d',
}

it('[C1] the contract does not change without its version', () => {
  const hash = createHash('sha256').update(JSON.stringify(contract())).digest('hex').slice(0, 16)
  expect(
    hash,
    `the contract has changed: move protocolVersion in live.ts, and put the new version's hash ${hash} here`,
  ).toBe(hashes[protocolVersion])
})
