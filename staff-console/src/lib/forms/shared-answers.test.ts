import type { Answers, Question, ServiceDefinition } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { answersFrom, sharedIn } from './shared-answers.ts'

const asking = (...questions: Pick<Question, 'id' | 'shares'>[]) =>
  ({ questions }) as unknown as ServiceDefinition

it('carries over what both ask alike, whatever each calls it, and nothing else', () => {
  const service = asking({ id: 'name', shares: 'name' }, { id: 'where', shares: 'address' }, { id: 'days' })
  const to = asking({ id: 'owner', shares: 'name' }, { id: 'days' }, { id: 'phone', shares: 'phone' })
  const answers: Answers = { name: 'Dana Whitfield', where: '1248 Palm Ave', days: ['2026-12-05'] }
  const shared = sharedIn({ service, value: (id) => answers[id] })
  expect(shared).toEqual({ name: 'Dana Whitfield', address: '1248 Palm Ave' })
  expect(answersFrom(shared, to)).toEqual({ owner: 'Dana Whitfield' })
})
