import {
  inEachLanguage,
  type IntakeView,
  type Problem,
  type ServiceDefinition,
} from '@lobbyline/server/contract'
import { expect, test } from 'vitest'
import { Catalog } from './catalog.ts'

const same = (text: string) => inEachLanguage(() => text)

const service = {
  id: 'sale',
  name: same('Sale'),
  questions: [],
  texts: { cap: same('{used} of {allowed} are used.'), town: same('It is outside the town.') },
  denials: ['town', 'cap'],
} as unknown as ServiceDefinition

const catalog = new Catalog(
  {
    city: null,
    services: [service],
    oath: { version: 1, swear: same(''), affirm: same('') },
    streets: [],
    translators: inEachLanguage(() => null),
  },
  [],
)

const viewWith = (...problems: Problem[]) =>
  ({ file: { service: 'sale', assessment: { problems } } }) as unknown as IntakeView

const cap = { code: 'cap', kind: 'turn-away', values: { used: 2, allowed: 2 } } as unknown as Problem

test('a denial is offered with what the rules found, and not with places that nobody can fill', () => {
  expect(catalog.denials(viewWith(cap)).map(({ text }) => text)).toEqual([
    '2 of 2 are used.',
    'It is outside the town.',
  ])
  expect(catalog.denials(viewWith()).map(({ code }) => code)).toEqual(['town'])
})
