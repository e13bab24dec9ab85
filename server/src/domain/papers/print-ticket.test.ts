import { expect, test } from 'vitest'
import { aFairDraft, agent, ana, anOfficeWith, aPrinter, aVisit, kiosk } from '../../../test/builders.ts'
import type { CommandActor } from '../command.ts'

const otherKiosk: CommandActor = { type: 'device', id: 'kiosk-2', kind: 'kiosk', printerId: 'second' }
const bareKiosk: CommandActor = { type: 'device', id: 'kiosk-3', kind: 'kiosk', printerId: null }

const aDayMs = 86_400_000

const lobby = () =>
  anOfficeWith({
    printers: [aPrinter(), aPrinter({ id: 'lobby' }), aPrinter({ id: 'second', name: 'Second' })],
  })

const aTicket = (office: ReturnType<typeof lobby>, actor: CommandActor = kiosk) =>
  office.must(actor, 'take-ticket', {
    channel: 'kiosk',
    language: 'es',
    line: 'fair',
    intakes: [aFairDraft()],
    printerId: null,
  })

test('[P15] a ticket whose paper did not come is printed at any working kiosk, as a copy of the original', () => {
  const office = lobby()
  const { visitId, jobId } = aTicket(office)
  office.must(agent, 'report-print', { jobId: jobId ?? '', outcome: 'expired' })
  const printed = office.must(otherKiosk, 'print-ticket', { visitId, printerId: 'desk' })
  expect(office.state.prints[printed.jobId]).toMatchObject({
    printerId: 'second',
    copy: 1,
    originalId: jobId,
    of: { visitId },
  })
  expect(office.slip(printed.jobId)).toEqual(office.slip(jobId))
})

test('[P15] asked for twice, it comes once', () => {
  const office = lobby()
  const { visitId } = aTicket(office)
  const ask = () => office.must(otherKiosk, 'print-ticket', { visitId, printerId: null })
  expect(ask()).toEqual(ask())
  expect(Object.keys(office.state.prints)).toHaveLength(2)
})

test('[P15] once there is paper, a kiosk gives no more of it, and a clerk does', () => {
  const office = lobby()
  const { visitId, jobId } = aTicket(office)
  office.must(agent, 'report-print', { jobId: jobId ?? '', outcome: 'printed' })
  expect(office.give(kiosk, 'print-ticket', { visitId, printerId: null })).toMatchObject({
    code: 'nothing-to-print',
  })
  const { jobId: copy } = office.must(ana, 'print-ticket', { visitId, printerId: null })
  expect(office.state.prints[copy]).toMatchObject({ printerId: 'desk', copy: 1 })
})

test('[P15] paper of yesterday is remembered as long as its ticket is open', () => {
  const office = lobby()
  const { visitId, jobId } = aTicket(office)
  office.must(agent, 'report-print', { jobId: jobId ?? '', outcome: 'printed' })
  office.now += aDayMs
  aTicket(office)
  expect(office.give(kiosk, 'print-ticket', { visitId, printerId: null })).toMatchObject({
    code: 'nothing-to-print',
  })
  const { jobId: copy } = office.must(ana, 'print-ticket', { visitId, printerId: null })
  expect(office.state.prints[copy]).toMatchObject({ copy: 1, originalId: jobId })
})

test('[P15] a ticket that never had a paper is worded anew, in its language, without what was told', () => {
  const office = lobby()
  const { visitId, jobId, number } = aTicket(office, bareKiosk)
  expect(jobId).toBeNull()
  expect(office.give(bareKiosk, 'print-ticket', { visitId, printerId: null })).toMatchObject({
    code: 'printer-unknown',
  })
  const printed = office.must(kiosk, 'print-ticket', { visitId, printerId: null })
  const slip = office.slip(printed.jobId)
  expect(slip.language).toBe('es')
  const text = JSON.stringify(slip)
  expect(text).toContain(number)
  expect(text).toContain(`https://city.example/t/${visitId}`)
  expect(text).not.toContain('street')
})

test('[P15] a ticket of nobody, or of someone who is done, is not printed', () => {
  const office = anOfficeWith({ visits: [aVisit({ id: 'done', state: 'completed' })] })
  const print = (visitId: string) => office.give(ana, 'print-ticket', { visitId, printerId: null })
  expect(print('none')).toMatchObject({ code: 'not-found' })
  expect(print('done')).toMatchObject({ code: 'wrong-state', details: { state: 'completed' } })
})
