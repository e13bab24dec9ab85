import { describe, expect, test } from 'vitest'
import {
  aFairDraft,
  agent,
  ana,
  anOfficeWith,
  aPrint,
  aPrinter,
  aTill,
  kiosk,
  system,
} from '../../../test/builders.ts'
import { morning } from '../../../test/memory-office.ts'
import { timers } from '../timers.ts'
import { printMoves } from './print.ts'
import type { PrintOutcome, PrintState } from '../slip.ts'
import type { Print } from '../state.ts'

const states = Object.keys(printMoves) as PrintState[]
const outcomes = states.filter((state): state is PrintOutcome => state !== 'queued')

describe.for(states)('a job that is %s', (from) => {
  test.for(outcomes)(
    `[P8] ${from}: a report of %s goes by the table; the same again changes nothing`,
    (outcome) => {
      const office = anOfficeWith({ prints: [aPrint({ state: from })] })
      const result = office.give(agent, 'report-print', { jobId: 'p1', outcome })
      const allowed = printMoves[from].includes(outcome)
      if (from === outcome) {
        expect(result.ok).toBe(true)
        expect(office.facts).toEqual([])
      } else {
        expect(result).toMatchObject(allowed ? { ok: true } : { ok: false, code: 'wrong-state' })
        expect(office.state.prints['p1']?.state).toBe(allowed ? outcome : from)
      }
    },
  )
})

test('[P8] every state can be reached from queued, and printed is the end', () => {
  const reached = new Set<PrintState>(['queued'])
  for (const state of reached) for (const to of printMoves[state]) reached.add(to)
  expect([...reached].sort()).toEqual([...states].sort())
  expect(printMoves.printed).toEqual([])
})

test('[P9] only the agent that owns the printer speaks for it', () => {
  const other = { ...agent, id: 'stranger' }
  const office = anOfficeWith({ prints: [aPrint()] })
  expect(office.give(other, 'report-print', { jobId: 'p1', outcome: 'printed' })).toMatchObject({
    code: 'not-allowed',
  })
  expect(office.give(agent, 'report-print', { jobId: 'x', outcome: 'printed' })).toMatchObject({
    code: 'not-found',
  })
  const report = { printerId: 'desk', condition: 'paper-out' } as const
  expect(office.give(other, 'report-printer', report)).toMatchObject({ code: 'not-allowed' })
  expect(office.give(agent, 'report-printer', { ...report, printerId: 'x' })).toMatchObject({
    code: 'printer-unknown',
  })
})

test('[P11] a printer is as its agent last said, and since then', () => {
  const office = anOfficeWith()
  office.now = morning + 9000
  const report = { printerId: 'desk', condition: 'paper-out' } as const
  office.must(agent, 'report-printer', report)
  expect(office.state.printers['desk']).toMatchObject({ condition: 'paper-out', since: morning + 9000 })
  expect(office.facts[0]?.body).toEqual({ ...report, from: 'ready', since: morning })
  office.must(agent, 'report-printer', report)
  expect(office.facts).toHaveLength(1)
})

test('[P12] a drawer stands open since its printer felt it, whoever opened it; the fact of its closing tells since when', () => {
  const office = anOfficeWith()
  const report = (open: boolean) => office.give(agent, 'report-drawer', { printerId: 'desk', open })
  office.now = morning + 5000
  report(true)
  report(true)
  expect(office.state.printers['desk']?.drawerOpenSince).toBe(morning + 5000)
  office.now = morning + 95_000
  report(false)
  expect(office.state.printers['desk']?.drawerOpenSince).toBeNull()
  expect(office.facts.map(({ body }) => body)).toEqual([
    { printerId: 'desk', open: true, since: null },
    { printerId: 'desk', open: false, since: morning + 5000 },
  ])
  const stranger = { ...agent, id: 'stranger' }
  expect(office.give(stranger, 'report-drawer', { printerId: 'desk', open: true })).toMatchObject({
    code: 'not-allowed',
  })
  expect(office.give(ana, 'report-drawer', { printerId: 'desk', open: true })).toMatchObject({
    code: 'not-allowed',
  })
})

test('[P11] when its agent is gone, the system says that a printer is offline', () => {
  const office = anOfficeWith()
  office.must(system, 'report-printer', { printerId: 'desk', condition: 'offline' })
  expect(office.state.printers['desk']?.condition).toBe('offline')
})

test('[P11] a printer enrolled anew keeps its condition; a new one is offline until its agent speaks', () => {
  const office = anOfficeWith({ printers: [aPrinter({ condition: 'paper-low' })] })
  const admin = { type: 'system' } as const
  office.must(admin, 'add-printer', { printerId: 'desk', name: 'Front desk', deviceId: 'agent-2' })
  office.must(admin, 'add-printer', { printerId: 'new', name: 'New', deviceId: 'agent' })
  expect(office.state.printers['desk']).toMatchObject({
    name: 'Front desk',
    deviceId: 'agent-2',
    condition: 'paper-low',
  })
  expect(office.state.printers['new']).toMatchObject({ condition: 'offline' })
})

test('[P7] any paper is printed again on any printer, counted and marked as a copy', () => {
  const office = anOfficeWith()
  const { jobId, visitId } = office.must(kiosk, 'take-ticket', {
    channel: 'kiosk',
    language: 'en',
    line: 'fair',
    intakes: [aFairDraft()],
    printerId: null,
  })
  const original = jobId ?? ''
  const first = office.must(ana, 'reprint', { jobId: original, printerId: 'desk' })
  const second = office.must(ana, 'reprint', { jobId: first.jobId, printerId: 'lobby' })
  expect(office.state.prints[second.jobId]).toMatchObject({
    copy: 2,
    originalId: original,
    printerId: 'lobby',
    kind: 'ticket',
    of: { visitId },
  })
  const third = office.must(ana, 'reprint', { jobId: original, printerId: 'desk' })
  expect(office.state.prints[third.jobId]?.copy).toBe(3)
  expect(office.slip(second.jobId)).toEqual(office.slip(original))
  expect(office.filings.at(-1)).toMatchObject({ job: { work: { copy: 3 }, expiresAt: morning + 60_000 } })
})

test('[P7] what is not there, or not paper, is not printed again', () => {
  const office = anOfficeWith({ tills: [aTill()] })
  const again = (jobId: string, printerId = 'desk') => office.give(ana, 'reprint', { jobId, printerId })
  expect(again('x')).toMatchObject({ code: 'not-found' })
  office.must(ana, 'open-drawer', { tillId: 't1', reason: 'no-sale' })
  const [kick = ''] = Object.keys(office.state.prints)
  expect(again(kick)).toMatchObject({ code: 'nothing-to-print' })
  const { jobId } = office.must(kiosk, 'take-ticket', {
    channel: 'kiosk',
    language: 'en',
    line: 'other',
    intakes: [],
    printerId: null,
  })
  expect(again(jobId ?? '', 'gone')).toMatchObject({ code: 'printer-unknown' })
})

test.for<[Print['kind'], PrintState, number, PrintOutcome]>([
  ['ticket', 'queued', 2, 'expired'],
  ['drawer', 'queued', 2, 'expired'],
  ['ticket', 'stalled', 2, 'unknown'],
  ['receipt', 'queued', 7 * 24 + 1, 'expired'],
  ['permit', 'stalled', 7 * 24 + 1, 'unknown'],
])('[P17] a %s that is %s for %i hours is said to be %s by the system', ([kind, state, hours, outcome]) => {
  const office = anOfficeWith({ prints: [aPrint({ kind, state })] })
  const due = morning + hours * 3_600_000
  const command = { kind: 'report-print', body: { jobId: 'p1', outcome } } as const
  expect(timers(office.state)).toEqual([{ key: `p1:${due}`, due, command }])
  office.now = due
  office.must(system, command.kind, command.body)
  expect(office.state.prints['p1']?.state).toBe(outcome)
  expect(timers(office.state)).toEqual([])
  office.must(agent, 'report-print', { jobId: 'p1', outcome: 'printed' })
})

test('[P17] every job expires before the system says so of it, whatever the settings', () => {
  const office = anOfficeWith({ tills: [aTill()] })
  const lineSettings = { ...office.state.lineSettings, ticketExpiresMs: 3_600_000 }
  office.must(system, 'change-line-settings', { lineSettings })
  const ticket = {
    channel: 'kiosk',
    language: 'en',
    line: 'fair',
    intakes: [aFairDraft()],
    printerId: null,
  } as const
  const [intakeId = ''] = office.must(kiosk, 'take-ticket', ticket).intakeIds
  office.must(ana, 'start-review', { intakeId })
  office.must(ana, 'print-declaration', { intakeId, printerId: 'desk' })
  office.must(ana, 'open-drawer', { tillId: 't1', reason: 'no-sale' })
  const jobs = office.filings.flatMap((filing) => (filing.type === 'print-job' ? filing.job : []))
  expect(jobs).toHaveLength(3)
  for (const { jobId, expiresAt } of jobs) {
    const timer = timers(office.state).find(({ key }) => key.startsWith(jobId))
    expect(expiresAt).toBeLessThanOrEqual((timer?.due ?? 0) - 3_600_000)
  }
})
