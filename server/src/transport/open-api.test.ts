import { expect, it } from 'vitest'
import { commandSchemas } from '../contract/schemas.ts'
import { openApi } from './open-api.ts'

const document = openApi() as {
  openapi: string
  paths: Record<string, Record<string, { parameters: { name: string; in: string }[]; responses: object }>>
}

it('describes every command as a path of its own', () => {
  expect(document.openapi).toBe('3.1.0')
  for (const kind of Object.keys(commandSchemas))
    expect(document.paths[`/api/commands/${kind}`]?.['post']).toBeDefined()
})

it('describes parameters and problems of the other routes', () => {
  const intake = document.paths['/api/intakes/{intakeId}']?.['get']
  expect(intake?.parameters.map(({ name, in: where }) => `${where} ${name}`)).toEqual([
    'path intakeId',
    'query atLeast',
  ])
  expect(Object.keys(intake?.responses ?? {})).toEqual(['200', '401', '403', '404', '503'])
})

it('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})
