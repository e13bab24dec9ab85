import type { ProblemCode } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { mayPass } from './may-pass.ts'

const problem = (code: ProblemCode, status: number) => ({ type: 'about:blank', title: code, code, status })

it('tells what asking again may be answered from what is refused for good', () => {
  const passing = [
    { code: 'offline' } as const,
    problem('internal', 500),
    problem('not-ready', 503),
    problem('too-many-requests', 429),
  ]
  const lasting = [
    problem('unauthenticated', 401),
    problem('forbidden', 403),
    problem('not-found', 404),
    problem('invalid-body', 422),
  ]
  expect(passing.map(mayPass)).toEqual(passing.map(() => true))
  expect(lasting.map(mayPass)).toEqual(lasting.map(() => false))
})
