import { expect, it } from 'vitest'
import { aPrinter, aState, aTill, aVisit, aWindow } from '../../test/builders.ts'
import { toyServices } from '../../test/toy-services.ts'
import type { Window } from '../domain/state.ts'
import { windowNotices } from './window-notices.ts'

type Things = Parameters<typeof aState>[0]

const elsewhere = aPrinter({ id: 'back', deviceId: 'agent-2' })

const notices = (changes: Partial<Window>, things: Things = {}, clerk: string | null = null): string[] => {
  const state = aState({
    windows: [aWindow()],
    printers: [aPrinter(), aPrinter({ id: 'lobby' }), elsewhere],
    ...things,
  })
  const before = state.windows['w1'] ?? aWindow()
  return windowNotices({ state, before, after: { ...before, ...changes }, services: toyServices, clerk })
}

it('says who sits there, and nothing else when nothing else needs anybody', () => {
  expect(notices({ printerId: 'lobby' }, {}, 'Ana')).toEqual([expect.stringMatching(/^Ana sits there now/)])
  expect(notices({ printerId: 'lobby' })).toEqual([])
})

it('has a person called anew who was called to the old label, not one who is served', () => {
  const called = notices({ label: '7' }, { visits: [aVisit({ state: 'called' })] })
  expect(called[0]).toMatch(/^F001 has been called to window 1: .*"Call again".* says 7\.$/)
  const count = (state: 'serving' | 'called', changes: Partial<Window>): number =>
    notices(changes, { visits: [aVisit({ state })] }).length
  expect(count('serving', { label: '7' })).toBe(called.length - 1)
  expect(count('called', { printerId: 'lobby' })).toBe(0)
})

it('says which drawer opens for a till that is open at the window', () => {
  const tills = [aTill()]
  expect(notices({ printerId: 'lobby' }, { tills })).toEqual([
    expect.stringMatching(/drawer at printer lobby/),
  ])
  expect(notices({ printerId: null }, { tills })[0]).toMatch(/does not open by itself/)
  expect(notices({ lines: ['fair', 'key', 'other'] }, { tills })).toEqual([])
  expect(notices({ printerId: 'lobby' }, { tills: [aTill({ windowId: 'w2' })] })).toEqual([])
  expect(notices({ printerId: 'lobby' }, { tills: [aTill({ state: 'closed' })] })).toEqual([])
})

it('names the lines that no window calls from any more, not those that none ever did', () => {
  expect(notices({ lines: ['key'] })).toEqual([
    expect.stringMatching(/^No window calls from fair, other any/),
  ])
  const other = (lines: string[] | null) => ({
    windows: [aWindow(), aWindow({ id: 'w2', label: '2', lines })],
  })
  expect(notices({ lines: ['key'] }, other(['fair', 'other']))).toEqual([])
  expect(notices({ lines: ['key'] }, other(null))).toEqual([])
  expect(notices({ lines: null }, { windows: [aWindow({ lines: ['key'] })] })).toEqual([])
  expect(notices({ printerId: 'lobby' }, { windows: [aWindow({ lines: ['key'] })] })).toEqual([])
})

it('says where the settings of an agent name the window, after another label or at another agent', () => {
  expect(notices({ label: '7' })).toEqual([expect.stringMatching(/settings of agent should say "window:7"/)])
  expect(notices({ printerId: 'back' })).toEqual([expect.stringMatching(/of agent-2 should say "window:1"/)])
  expect(notices({ printerId: null })).toEqual([expect.stringMatching(/^Without a printer/)])
})
