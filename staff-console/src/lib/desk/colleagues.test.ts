import { expect, it } from 'vitest'
import { anOffice, aTill, aVisit, aWindow } from '../testing/builders.ts'
import { colleaguesOf } from './colleagues.ts'

const windows = [
  aWindow({ id: 'w10', label: '10', clerkId: 'luis' }),
  aWindow(),
  aWindow({ id: 'w1', label: '1', clerkId: 'grace' }),
  aWindow({ id: 'w2', label: '2', clerkId: null }),
]

it('tells who else sits where, in the order of the windows, with till and visit', () => {
  const state = anOffice({ windows, visits: [aVisit({ state: 'serving', windowId: 'w3', clerkId: 'rosa' })] })
  expect(colleaguesOf(state, 'grace')).toMatchObject([
    { clerkId: 'rosa', window: { id: 'w3' }, till: { id: 't1' }, visit: { id: 'v1' } },
    { clerkId: 'luis', window: { id: 'w10' }, till: null, visit: null },
  ])
})

it('tells of an open till whose clerk sits nowhere any more, and of no closed one', () => {
  const tills = [
    aTill({ clerkId: 'ana', windowId: 'w2' }),
    aTill({ id: 't2', clerkId: 'ben', state: 'closed' }),
  ]
  expect(colleaguesOf(anOffice({ windows: [], tills }), 'grace')).toMatchObject([
    { clerkId: 'ana', window: null, till: { id: 't1' } },
  ])
  expect(colleaguesOf(anOffice({ windows: [], tills }), 'ana')).toEqual([])
})
