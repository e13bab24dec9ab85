import { inEachLanguage } from '@lobbyline/server/contract'
import type { ServiceDefinition } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { en } from '#lib/words/en.ts'
import { ownWords } from './own-words.ts'

const text = (value: string) => inEachLanguage((language) => `${value} (${language})`)
const service: ServiceDefinition = {
  id: 'toy',
  prefix: 'T',
  icon: 'fish',
  name: text('Toy'),
  about: text('A toy'),
  questions: [
    {
      id: 'who',
      kind: { type: 'choice', options: [{ value: 'a', text: text('Somebody'), hint: text('Anyone') }] },
      title: text('Where does {pet} live?'),
      label: text('Who'),
    },
  ],
  texts: {},
  denials: [],
}

it('our own texts are known in their language, what a person told is not', () => {
  const own = ownWords(en, [service], null, 'en')
  for (const ours of [en.back, en.idle.title, 'Toy (en)', 'Somebody (en)', 'Anyone (en)'])
    expect(own.has(ours), ours).toBe(true)
  for (const told of ['Dana Whitfield', 'Toy (es)', 'Where does Rex live? (en)'])
    expect(own.has(told), told).toBe(false)
})
