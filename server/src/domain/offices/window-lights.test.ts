import { expect, test } from 'vitest'
import { anOfficeWith, aPrinter, aVisit, aWindow } from '../../../test/builders.ts'
import { windowLights } from './window-lights.ts'

test('[P13] the light of a window follows who is there', () => {
  const windows = ['w1', 'w2', 'w3', 'w4'].map((id) =>
    aWindow({ id, label: id.slice(1), printerId: id, clerkId: id === 'w1' ? null : id }),
  )
  const { state } = anOfficeWith({
    windows,
    printers: ['w1', 'w2', 'w3', 'w4'].map((id) =>
      aPrinter({ id, deviceId: id === 'w4' ? 'another' : 'agent' }),
    ),
    visits: [
      aVisit({ id: 'v1', number: 'F001', state: 'called', windowId: 'w2' }),
      aVisit({ id: 'v2', number: 'F002', state: 'serving', windowId: 'w3' }),
      aVisit({ id: 'v3', number: 'F003', state: 'serving', windowId: 'w4' }),
      aVisit({ id: 'v4', number: 'F004' }),
    ],
  })
  expect(windowLights(state, 'agent')).toEqual({ '1': 'closed', '2': 'called', '3': 'serving' })
  expect(windowLights(state, 'another')).toEqual({ '4': 'serving' })
})
