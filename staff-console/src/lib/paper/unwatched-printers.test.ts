import type { Printer } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { anOffice, aPrinter, aWindow } from '../testing/builders.ts'
import { unwatchedPrinters } from './unwatched-printers.ts'

const out = (...printers: Printer[]) =>
  unwatchedPrinters(anOffice({ windows: [aWindow({ printerId: 'at-window' })], printers })).map(
    ({ id }) => id,
  )

it('is a printer of no window that cannot print', () => {
  const kiosk = aPrinter({ id: 'kiosk' })
  for (const condition of ['paper-out', 'cover-open', 'error', 'offline'] as const)
    expect(out({ ...kiosk, condition }), condition).toEqual(['kiosk'])
  for (const condition of ['ready', 'paper-low'] as const) expect(out({ ...kiosk, condition })).toEqual([])
})

it('is no window’s own: its clerk is told of it', () => {
  expect(out(aPrinter({ id: 'at-window', condition: 'paper-out' }))).toEqual([])
})
