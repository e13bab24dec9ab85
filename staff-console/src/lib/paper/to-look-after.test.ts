import type { Print } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { anOffice, aPrint, aVisit } from '../testing/builders.ts'
import { toLookAfter } from './to-look-after.ts'

const lookAfter = (...prints: Print[]) =>
  toLookAfter(
    anOffice({
      visits: [aVisit({ id: 'waits' }), aVisit({ id: 'done', state: 'completed' })],
      prints,
    }),
  ).map(({ id }) => id)

it('is what failed, stopped or is not confirmed, and no kick of a drawer', () => {
  expect(
    lookAfter(
      aPrint({ id: 'failed', kind: 'receipt', state: 'failed' }),
      aPrint({ id: 'unknown', kind: 'receipt', state: 'unknown' }),
      aPrint({ id: 'printed', kind: 'receipt', state: 'printed' }),
      aPrint({ id: 'kick', kind: 'drawer', state: 'expired' }),
    ),
  ).toEqual(['failed', 'unknown'])
})

it('is a ticket that waited too long, until it came out after all or nobody waits with it', () => {
  const expired = aPrint({ id: 'late', of: { visitId: 'waits' }, state: 'expired' })
  expect(lookAfter(expired)).toEqual(['late'])
  expect(lookAfter(expired, aPrint({ id: 'copy', originalId: 'late', copy: 1, state: 'printed' }))).toEqual(
    [],
  )
  expect(lookAfter({ ...expired, of: { visitId: 'done' } })).toEqual([])
})
