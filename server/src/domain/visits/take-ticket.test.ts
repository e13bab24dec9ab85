import { describe, expect, test } from 'vitest'
import {
  aClerk,
  aFairDraft,
  aKeyDraft,
  ana,
  anOfficeWith,
  aPrinter,
  aVisit,
  aWindow,
  kiosk,
  system,
} from '../../../test/builders.ts'
import type { MemoryOffice } from '../../../test/memory-office.ts'
import { morning } from '../../../test/memory-office.ts'
import type { CommandBodies } from '../command.ts'
import type { Slip } from '../slip.ts'

type Body = CommandBodies['take-ticket']

const aTicket = (fields: Partial<Body> = {}): Body => ({
  channel: 'kiosk',
  language: 'en',
  line: 'fair',
  intakes: [aFairDraft()],
  printerId: null,
  ...fields,
})
const take = (office: MemoryOffice, fields: Partial<Body> = {}) =>
  office.must(kiosk, 'take-ticket', aTicket(fields))

/** What stands on a slip, line by line. */
const lines = (slip: Slip): string[] =>
  slip.blocks.map((block) => {
    switch (block.type) {
      case 'text':
        return block.text
      case 'box':
        return `[ ] ${block.text}`
      case 'row':
        return `${block.left} ${block.right}`
      case 'qr':
        return `${block.data} ${block.caption ?? ''}`
      case 'signature':
        return block.label
      case 'barcode':
        return block.data
      case 'logo':
        return 'logo'
      case 'rule':
      case 'space':
        return ''
    }
  })

describe('numbers', () => {
  test('[N1] each prefix counts for itself, with three digits and more', () => {
    const office = anOfficeWith({}, { ticketCounters: { F: 998 } })
    const numbers = [take(office), take(office), take(office)].map(({ number }) => number)
    expect(numbers).toEqual(['F999', 'F1000', 'F1001'])
    expect(take(office, { line: 'key', intakes: [aKeyDraft()] }).number).toBe('K001')
    expect(office.state.ticketCounters).toEqual({ F: 1001, K: 1 })
  })

  test('[N1] a number is not given again when its visit is gone', () => {
    const office = anOfficeWith()
    const { visitId } = take(office)
    office.must(ana, 'cancel-visit', { visitId, reason: 'other' })
    expect(take(office).number).toBe('F002')
  })

  test('[N2] a number that an open visit of an earlier day carries is left out', () => {
    const office = anOfficeWith({
      visits: [
        aVisit({ id: 'old', number: 'F001', businessDay: '2026-11-20' }),
        aVisit({ id: 'older', number: 'F002', businessDay: '2026-11-19', state: 'on-hold' }),
      ],
    })
    expect(take(office).number).toBe('F003')
  })

  test('[N3] the letter is the first service of the visit, or A without a form', () => {
    const office = anOfficeWith()
    expect(take(office, { intakes: [aKeyDraft(), aFairDraft()] }).number).toBe('K001')
    expect(take(office, { line: 'other', intakes: [] }).number).toBe('A001')
  })
})

describe('what is told', () => {
  test('[V12] answers are cleaned, what follows is filed, and no fact has a word of it', () => {
    const office = anOfficeWith()
    const { visitId, intakeIds } = take(office, {
      intakes: [{ ...aFairDraft({ phone: '(951) 555-0142' }), quotedCents: 1900 }],
    })
    const [intakeId = ''] = intakeIds
    expect(office.state.intakes[intakeId]).toMatchObject({
      visitId,
      state: 'submitted',
      rev: 1,
      marks: [null],
      owedCents: 2000,
      quotedCents: 1900,
      needsDeclaration: true,
    })
    expect(office.filings.find((filing) => filing.type === 'intake-file')).toMatchObject({
      name: 'Dana Whitfield',
      phone: '9515550142',
      addressKey: null,
      file: { answers: { street: 'Palm Ave', phone: '9515550142' }, rev: 1, language: 'en' },
    })
    expect(JSON.stringify(office.facts)).not.toMatch(/Whitfield|Palm|555/)
  })

  test('[V12] who would be turned away may still talk to a clerk', () => {
    const office = anOfficeWith()
    const [intakeId = ''] = take(office, { intakes: [aFairDraft({ fireworks: true })] }).intakeIds
    expect(office.state.intakes[intakeId]?.blocked).toBe(true)
  })

  test('[V12] missing answers do not stop a ticket, impossible ones do', () => {
    const office = anOfficeWith()
    const incomplete = { service: 'fair', answers: {}, quotedCents: null }
    const [intakeId = ''] = take(office, { intakes: [incomplete] }).intakeIds
    expect(office.state.intakes[intakeId]).toMatchObject({ owedCents: 1500, quotedCents: null })
    const refused = (answers: Record<string, string | number | boolean>) =>
      office.give(kiosk, 'take-ticket', aTicket({ intakes: [aFairDraft(answers)] }))
    expect(refused({ tables: 99 })).toMatchObject({
      code: 'invalid-answers',
      details: { question: 'tables' },
    })
    expect(refused({ nonsense: 1 })).toMatchObject({ code: 'invalid-answers' })
    expect(refused({ name: 'A\u202eB' })).toMatchObject({ code: 'invalid-answers' })
  })

  test('[V12] a line and services that there are', () => {
    const office = anOfficeWith()
    const give = (fields: Partial<Body>) => office.give(kiosk, 'take-ticket', aTicket(fields))
    expect(give({ line: 'passports', intakes: [] })).toMatchObject({ code: 'unknown-service' })
    expect(give({ intakes: [{ ...aFairDraft(), service: 'x' }] })).toMatchObject({ code: 'unknown-service' })
    expect(give({ channel: 'phone' })).toMatchObject({ code: 'not-allowed' })
  })

  test('[V13] a visit may have no intake, several, or one that a clerk adds later; an intake may have no visit', () => {
    const office = anOfficeWith()
    const { visitId } = take(office, { line: 'other', intakes: [] })
    const add = (to: string | null, intake = aKeyDraft()) =>
      office.give(ana, 'add-intake', { visitId: to, channel: 'mail', language: 'es', intake })
    const later = add(visitId)
    expect(later.ok && office.state.intakes[later.value.intakeId]?.visitId).toBe(visitId)
    const mailed = add(null)
    expect(mailed.ok && office.state.intakes[mailed.value.intakeId]).toMatchObject({
      visitId: null,
      channel: 'mail',
    })
    expect(add('v9')).toMatchObject({ code: 'not-found' })
    expect(add(null, aKeyDraft({ count: 77 }))).toMatchObject({ code: 'invalid-answers' })
    office.must(ana, 'cancel-visit', { visitId, reason: 'other' })
    expect(add(visitId)).toMatchObject({ code: 'wrong-state' })
  })
})

describe('the paper', () => {
  test('[P1] a ticket says the number, the service, who is before, and what to have ready', () => {
    const visits = [aVisit(), aVisit({ id: 'v2', number: 'F002', state: 'on-hold' })]
    const office = anOfficeWith({ visits }, { ticketCounters: { F: 2 } })
    const { jobId, visitId } = take(office, { intakes: [aFairDraft({ food: true }), aKeyDraft()] })
    const slip = office.slip(jobId)
    expect(lines(slip)).toEqual([
      'logo',
      'City of Beaumont',
      '550 E 6th St',
      '',
      'F003',
      'Street fair permit',
      'Pool key · Pool 2',
      'Nov 23, 2026, 9:00 AM',
      '',
      '1 person before you',
      '3 to 7 minutes, most likely',
      '',
      'Have in your hand',
      '[ ] Photo ID',
      '[ ] Food handler card',
      '[ ] Lease',
      '[ ] $27.00: cash, card or check',
      '',
      `https://city.example/t/${visitId} Follow the line on your phone`,
      'We call numbers, never names.',
    ])
    expect(slip.blocks.find((block) => block.type === 'text' && block.text === 'F003')).toMatchObject({
      size: 'number',
    })
    expect(JSON.stringify(slip)).not.toContain('Whitfield')
  })

  test('[P4] in Spanish all of it is Spanish, with a small English line for the clerk', () => {
    const office = anOfficeWith()
    const said = lines(office.slip(take(office, { language: 'es' }).jobId))
    expect(said).toContain('Usted es la próxima persona')
    expect(said).toContain('Permiso de feria')
    expect(said).toContain('[ ] Identificación')
    expect(said).toContain('[ ] $20.00: efectivo, tarjeta o cheque')
    expect(said.at(-1)).toBe('For the clerk: Street fair permit, $20.00')
  })

  test('[P1] without a form it names the line alone', () => {
    const office = anOfficeWith({ visits: [aVisit(), aVisit({ id: 'v2', number: 'F002' })] })
    const said = lines(office.slip(take(office, { line: 'other', intakes: [] }).jobId))
    expect(said).toContain('Something else')
    expect(said).toContain('2 people before you')
    expect(said).not.toContain('Have in your hand')
  })

  test('[P1] it tells a range of minutes when a window is open', () => {
    const said = (office: MemoryOffice) => lines(office.slip(take(office).jobId)).join('\n')
    expect(said(anOfficeWith())).toContain('1 to 3 minutes, most likely')
    const windows = ['1', '2', '3'].map((label) => aWindow({ id: `w${label}`, label, clerkId: label }))
    expect(said(anOfficeWith({ windows }))).toContain('Less than 2 minutes, most likely')
    const closed = anOfficeWith({ windows: [aWindow({ clerkId: null })] })
    expect(said(closed)).not.toContain('minutes')
  })

  test("[P2] it comes out where a clerk asks, else at the clerk's window, and a device's at its own printer", () => {
    const at = (office: MemoryOffice, jobId: string | null) => office.state.prints[jobId ?? '']?.printerId
    const office = anOfficeWith()
    expect(at(office, take(office).jobId)).toBe('lobby')
    expect(at(office, take(office, { printerId: 'desk' }).jobId)).toBe('lobby')
    const byClerk = office.must(ana, 'take-ticket', aTicket({ channel: 'counter' }))
    expect(at(office, byClerk.jobId)).toBe('desk')
    const asked = office.must(ana, 'take-ticket', aTicket({ channel: 'counter', printerId: 'lobby' }))
    expect(at(office, asked.jobId)).toBe('lobby')
  })

  test('[P2] who is on the phone is told the number: no paper, unless it is asked for', () => {
    const office = anOfficeWith()
    const aCall = aTicket({ channel: 'phone' })
    expect(office.must(ana, 'take-ticket', aCall).jobId).toBeNull()
    expect(office.must(ana, 'take-ticket', { ...aCall, printerId: 'desk' }).jobId).not.toBeNull()
  })

  test('[P2] without a printer the ticket is given all the same', () => {
    const office = anOfficeWith({ printers: [] })
    expect(take(office)).toMatchObject({ number: 'F001', jobId: null })
    expect(take(office, { printerId: 'gone' })).toMatchObject({ number: 'F002', jobId: null })
    const nobody = office.must(aClerk('zoe'), 'take-ticket', aTicket({ channel: 'phone' }))
    expect(nobody.jobId).toBeNull()
  })

  test.for(['offline', 'paper-out', 'cover-open', 'error'] as const)(
    '[P3] a printer that is %s gets the job, which expires before it is stale',
    (condition) => {
      const office = anOfficeWith({ printers: [aPrinter({ id: 'lobby', condition })] })
      const { jobId } = take(office)
      expect(office.filings.find((filing) => filing.type === 'print-job')).toMatchObject({
        job: { jobId, printerId: 'lobby', expiresAt: morning + 60_000, work: { copy: 0 } },
      })
    },
  )
})

describe('an appointment', () => {
  const half = morning + 30 * 60_000

  test('[V17] its time stands on the visit and on the paper, and moves nobody ahead', () => {
    const office = anOfficeWith({ visits: [aVisit()] }, { ticketCounters: { F: 1 } })
    const { visitId, jobId } = take(office, { appointmentAt: half })
    expect(office.state.visits[visitId]?.appointmentAt).toBe(half)
    expect(lines(office.slip(jobId))).toContain('Appointment: 9:30 AM')
    expect(office.must(ana, 'call-next', { windowId: 'w1' }).number).toBe('F001')
  })

  test('[V17] a time of another day is refused, and none is none', () => {
    const office = anOfficeWith()
    const tomorrow = aTicket({ appointmentAt: morning + 24 * 3_600_000 })
    expect(office.give(kiosk, 'take-ticket', tomorrow)).toMatchObject({ code: 'not-allowed' })
    const { visitId } = take(office)
    expect(office.state.visits[visitId]?.appointmentAt).toBeNull()
    expect(JSON.stringify(office.facts)).not.toContain('appointment')
  })
})

test('[D6] the system takes no ticket', () => {
  expect(anOfficeWith().give(system, 'take-ticket', aTicket())).toMatchObject({ code: 'not-allowed' })
})
