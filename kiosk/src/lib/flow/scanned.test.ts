import { inEachLanguage } from '@lobbyline/server/contract'
import type { ServiceDefinition } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { begunBy } from './scanned.ts'

const named = (text: string) => inEachLanguage(() => text)
const toy: ServiceDefinition = {
  id: 'toy',
  prefix: 'T',
  icon: 'tag',
  name: named('Toy'),
  about: named('A toy'),
  texts: {},
  denials: [],
  questions: [
    {
      id: 'tag',
      kind: { type: 'code', digitsOnly: true, maxLength: 7 },
      title: named('Tag'),
      label: named('Tag'),
    },
  ],
  scanned: { question: 'tag', answers: { purpose: 'renew' } },
}
const { scanned: _, ...silent } = { ...toy, id: 'silent' }
const services = [silent, toy]

it('a code that fits a question of a service begins it', () => {
  expect(begunBy(' 20417 ', services, '2026-11-23')).toEqual({
    service: toy,
    answers: { purpose: 'renew', tag: '20417' },
  })
})

it.for(['2026-0007', '123456789012', 'https://example.com', ''])('“%s” begins nothing', (text) => {
  expect(begunBy(text, services, '2026-11-23')).toBeNull()
})
