import { expect, it } from 'vitest'
import { anIntake, anOffice } from '../testing/builders.ts'
import type { Desk } from './desk.svelte.ts'
import { printDeclaration } from './primary.ts'

const lobby = {
  id: 'lobby',
  name: 'Kiosk',
  deviceId: 'agent',
  condition: 'ready',
  since: 0,
  drawerOpenSince: null,
} as const

/** A desk whose window has this printer, in an office that has one in the lobby. */
const aDesk = (printerId: string | null) => {
  const given: unknown[] = []
  const shown: unknown[] = []
  const desk = {
    intake: anIntake(),
    printerId,
    state: { ...anOffice(), printers: { lobby } },
    orders: { give: async (kind: string, body: object) => given.push({ kind, ...body }) },
    show: (panel: unknown) => shown.push(panel),
  }
  return { desk: desk as unknown as Desk, given, shown }
}

it('prints a declaration at the window; without a printer there the clerk is asked where', async () => {
  const equipped = aDesk('p3')
  await printDeclaration(equipped.desk)
  expect(equipped.given).toEqual([{ kind: 'print-declaration', intakeId: 'i1', printerId: 'p3' }])
  expect(equipped.shown).toEqual([])

  const bare = aDesk(null)
  await printDeclaration(bare.desk)
  expect(bare.given).toEqual([])
  expect(bare.shown).toEqual([{ kind: 'print-declaration', intakeId: 'i1' }])
})
