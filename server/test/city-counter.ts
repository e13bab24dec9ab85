import type { RefusalCode } from '../src/domain/refusal.ts'
import type { CityRecord, IntakeFile } from '../src/domain/lookup.ts'
import type { Answers } from '../src/domain/question.ts'
import type { Result } from '../src/domain/result.ts'
import { instantOf } from '../src/domain/time.ts'
import type { CivilDate } from '../src/domain/time.ts'
import type { Intake } from '../src/domain/state.ts'
import { services } from '../src/services/index.ts'
import { admin, ana, city, kiosk, lineSettings } from './builders.ts'
import { MemoryOffice } from './memory-office.ts'

/** The city's own services at one window, with Ana, from the kiosk to the thing handed over. */
export class CityCounter {
  readonly office = new MemoryOffice(services)
  readonly windowId: string
  #tillId = ''

  constructor(day: CivilDate, time = '09:00') {
    this.at(day, time)
    this.office.must(admin, 'open-office', { city, lineSettings })
    this.office.must(admin, 'add-printer', { printerId: 'desk', name: 'Desk', deviceId: 'agent' })
    this.windowId = this.office.must(admin, 'add-window', {
      label: '1',
      printerId: 'desk',
      lines: null,
    }).windowId
    this.office.must(ana, 'open-window', { windowId: this.windowId })
    this.openTill()
  }

  at(day: CivilDate, time = '09:00'): void {
    this.office.now = instantOf(day, time, city.zone)
  }

  /** A till of its day; yesterday's is counted and closed first. */
  openTill(): void {
    const open = this.office.state.tills[this.#tillId]
    if (open?.state === 'open')
      this.office.must(ana, 'close-till', { tillId: open.id, countedCents: open.expectedCents, reason: null })
    this.#tillId = this.office.must(ana, 'open-till', { windowId: this.windowId, floatCents: 10_000 }).tillId
  }

  holds(record: CityRecord): void {
    this.office.file({ type: 'record', record })
  }

  intake(intakeId: string): Intake {
    const intake = this.office.state.intakes[intakeId]
    if (!intake) throw new Error(`no intake ${intakeId}`)
    return intake
  }

  file(intakeId: string): IntakeFile {
    const file = this.office.intakeFile(intakeId)
    if (!file) throw new Error(`no file of ${intakeId}`)
    return file
  }

  /** A ticket from the kiosk, with one intake. */
  takeTicket(service: string, answers: Answers, language: 'en' | 'es' = 'en'): string {
    const { intakeIds } = this.office.must(kiosk, 'take-ticket', {
      channel: 'kiosk',
      language,
      line: service,
      intakes: [{ service, answers, quotedCents: null }],
      printerId: 'desk',
    })
    return intakeIds[0] ?? ''
  }

  /** All that a review asks for, up to the approval itself. */
  approve(intakeId: string): Result<object, RefusalCode> {
    const { office } = this
    if (this.intake(intakeId).state === 'submitted') office.must(ana, 'start-review', { intakeId })
    for (const [item, mark] of this.intake(intakeId).marks.entries()) {
      const { rev } = this.intake(intakeId)
      if (mark === null) office.must(ana, 'mark-paper', { intakeId, rev, item, mark: 'seen', evidence: '' })
    }
    const { needsDeclaration, declarationAt, rev } = this.intake(intakeId)
    if (needsDeclaration && declarationAt === null) office.must(ana, 'sign-declaration', { intakeId })
    return office.give(ana, 'approve-intake', { intakeId, rev })
  }

  pay(...intakeIds: string[]): string {
    const totalCents = intakeIds.reduce((sum, id) => sum + this.intake(id).owedCents, 0)
    return this.office.must(ana, 'take-payment', {
      tillId: this.#tillId,
      visitId: null,
      intakeIds,
      totalCents,
      tenders: totalCents === 0 ? [] : [{ kind: 'cash', cents: totalCents }],
      payer: '',
      printerId: null,
    }).receiptId
  }

  issue(intakeId: string, ...handedNumbers: string[]) {
    return this.office.give(ana, 'issue-intake', { intakeId, handedNumbers, printerId: 'desk' })
  }

  /** From the ticket to the thing in the hand; gives the issuance's id. */
  serve(service: string, answers: Answers, ...handedNumbers: string[]): string {
    const intakeId = this.takeTicket(service, answers)
    const approved = this.approve(intakeId)
    if (!approved.ok) throw new Error(`not approved: ${approved.code} ${JSON.stringify(approved.details)}`)
    this.pay(intakeId)
    const issued = this.issue(intakeId, ...handedNumbers)
    if (!issued.ok) throw new Error(`not issued: ${issued.code}`)
    return issued.value.issuanceId
  }
}
