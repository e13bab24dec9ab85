import type { Print, Printer, PrintState } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { paperStanding, printPatienceMs } from './paper-standing.ts'

const aPrint = (state: PrintState): Print => ({
  id: 'job',
  printerId: 'printer',
  kind: 'ticket',
  of: {},
  copy: 0,
  originalId: 'job',
  state,
  at: 0,
  businessDay: '2026-11-23',
})
const aPrinter = (condition: Printer['condition']): Printer => ({
  id: 'printer',
  name: 'Kiosk',
  deviceId: 'agent',
  condition,
  since: 0,
  drawerOpenSince: null,
})
interface Given {
  waitedMs?: number
  condition?: Printer['condition']
  jobId?: string | null
}

const standing = (
  state: PrintState | null,
  { waitedMs = 1000, condition = 'ready', jobId = 'job' }: Given = {},
) =>
  paperStanding(
    { jobId, print: state === null ? undefined : aPrint(state), printer: aPrinter(condition), isLive: true },
    waitedMs,
  )

it('says "take your ticket" only when the printer said that it printed', () => {
  expect(standing('printed')).toBe('printed')
  expect(standing('sent')).toBe('sent')
  expect(standing('queued')).toBe('printing')
  expect(standing(null)).toBe('printing')
})

it('asks to write the number down when no paper is sure to come', () => {
  for (const state of ['failed', 'unknown', 'stalled', 'expired'] as const)
    expect(standing(state)).toBe('write-down')
  expect(standing('queued', { jobId: null })).toBe('write-down')
  for (const condition of ['paper-out', 'cover-open', 'error', 'offline'] as const)
    expect(standing('queued', { condition })).toBe('write-down')
  expect(standing('queued', { condition: 'paper-low' })).toBe('printing')
})

it('does not wait longer than a person would', () => {
  expect(standing('queued', { waitedMs: printPatienceMs - 1 })).toBe('printing')
  expect(standing('queued', { waitedMs: printPatienceMs })).toBe('write-down')
  expect(standing(null, { waitedMs: printPatienceMs })).toBe('write-down')
  expect(standing('printed', { waitedMs: 60_000 })).toBe('printed')
})
