import { describe, expect, test } from 'vitest'
import { CityCounter } from '../../test/city-counter.ts'
import { admin, ana, sue } from '../../test/builders.ts'
import { brokenInvariants } from '../../test/invariants.ts'
import type { CityRecord, Claim, Issuance } from '../domain/lookup.ts'
import type { Answers } from '../domain/question.ts'
import type { Slip } from '../domain/slip.ts'
import { writeRecord } from './pet-tag/record.ts'
import type { PetRecord } from './pet-tag/record.ts'
import { addDays } from '../domain/time.ts'

// The city's services through the whole line: what is true of each alone has to hold when they meet.

const sale = (days: readonly string[], changes: Answers = {}): Answers => ({
  address: '1248 Palm Ave',
  place: 'house',
  occupancy: 'owner',
  exemption: 'none',
  days,
  opens: '08',
  closes: '14',
  name: 'Dana Whitfield',
  phone: '9515550142',
  ...changes,
})

const dog = (changes: Partial<PetRecord> = {}): CityRecord =>
  writeRecord({
    tag: '30100',
    pet: 'Rex',
    breed: 'Mix',
    color: 'brown',
    sex: 'M',
    altered: true,
    microchip: '',
    ownerName: 'Ana Ruiz',
    address: '700 Elm Ave',
    phone: '9515550199',
    expires: '2026-05-31',
    rabiesUntil: '2029-01-15',
    lifetime: false,
    status: 'active',
    replacedBy: '',
    ...changes,
  })

const renewal = (changes: Answers = {}): Answers => ({
  purpose: 'renew',
  'has-tag': true,
  tag: '30100',
  altered: true,
  'new-shot': false,
  assistance: false,
  term: '1',
  ...changes,
})

const capsTaken = ({ office }: CityCounter): Claim[] =>
  office.claims.filter(({ scope }) => scope === 'yard-sale/2026')

const recordOf = (counter: CityCounter, key: string): CityRecord['data'] | undefined =>
  counter.office.filings
    .flatMap((filing) => (filing.type === 'record' && filing.record.key === key ? [filing.record.data] : []))
    .at(-1)

const issuanceOf = (counter: CityCounter, id: string): Issuance => {
  const filed = counter.office.filings
    .flatMap((filing) => (filing.type === 'issuance' && filing.issuance.id === id ? [filing.issuance] : []))
    .at(-1)
  if (!filed) throw new Error(`no issuance ${id}`)
  return filed
}

const receiptLines = (counter: CityCounter, id: string): string[] =>
  counter.office.filings.flatMap((filing) =>
    filing.type === 'receipt-file' && filing.receiptId === id ? filing.lines.map(({ text }) => text) : [],
  )

const rows = ({ blocks }: Slip): string[] =>
  blocks.flatMap((block) => (block.type === 'row' ? [`${block.left}: ${block.right}`] : []))

describe('what a home’s own approval does not stand in its way', () => {
  test('[YS2] an approved sale that is corrected does not count against itself', () => {
    const counter = new CityCounter('2026-05-01')
    counter.serve('yard-sale', sale(['2026-05-16']))
    const second = counter.takeTicket('yard-sale', sale(['2026-05-23']))
    expect(counter.approve(second)).toMatchObject({ ok: true })
    counter.office.must(ana, 'correct-answers', { intakeId: second, rev: 1, answers: sale(['2026-05-24']) })
    expect(counter.file(second).assessment.problems).toEqual([])
    expect(counter.intake(second).blocked).toBe(false)
    expect(counter.approve(second)).toMatchObject({ ok: true })
    expect(capsTaken(counter)).toHaveLength(2)
  })

  test('[I15] nor does a permit that is amended', () => {
    const counter = new CityCounter('2026-05-01')
    counter.serve('yard-sale', sale(['2026-05-16']))
    const issuanceId = counter.serve('yard-sale', sale(['2026-05-23', '2026-05-24']))
    const answers = sale(['2026-05-24'])
    counter.office.must(ana, 'amend-issuance', { issuanceId, answers, printerId: null })
    const { intakeId } = issuanceOf(counter, issuanceId)
    expect(counter.file(intakeId ?? '').assessment.problems).toEqual([])
  })
})

test('[I3] a proof seen for one home proves nothing of another', () => {
  const counter = new CityCounter('2026-05-13')
  const tenant = sale(['2026-05-16'], { occupancy: 'tenant' })
  const intakeId = counter.takeTicket('yard-sale', tenant)
  counter.approve(intakeId)
  const marksOf = () =>
    counter
      .file(intakeId)
      .assessment.checklist.map(({ code }, at) => [code, counter.intake(intakeId).marks[at]])
  const correct = (answers: Answers) =>
    counter.office.must(ana, 'correct-answers', { intakeId, rev: counter.intake(intakeId).rev, answers })

  correct({ ...tenant, opens: '09' })
  expect(marksOf()).toContainEqual(['occupancy-proof-check', 'seen'])
  correct({ ...tenant, address: '700 Elm Ave' })
  expect(marksOf()).toEqual([
    ['photo-id', 'seen'],
    ['occupancy-proof-check', null],
  ])
})

describe('a renewal', () => {
  const again = () => {
    const counter = new CityCounter('2026-05-13')
    counter.holds(dog())
    return { counter, first: counter.takeTicket('pet-tag', renewal()) }
  }

  test('[PT25] of one license is approved once', () => {
    const { counter, first } = again()
    const second = counter.takeTicket('pet-tag', renewal())
    expect(counter.approve(first)).toMatchObject({ ok: true })
    expect(counter.approve(second)).toMatchObject({ ok: false, code: 'claim-taken' })
    counter.pay(first)
    expect(counter.issue(first, '30200')).toMatchObject({ ok: true })
    const nextYear = new CityCounter('2027-05-13')
    nextYear.holds(dog({ expires: '2027-05-31' }))
    expect(nextYear.approve(nextYear.takeTicket('pet-tag', renewal()))).toMatchObject({ ok: true })
  })

  test('[PT25] nor a second time on another day, where each begins today', () => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(dog({ expires: '2026-01-01' }))
    const first = counter.takeTicket('pet-tag', renewal())
    expect(counter.approve(first)).toMatchObject({ ok: true })
    counter.at('2026-05-21')
    const second = counter.takeTicket('pet-tag', renewal())
    expect(counter.approve(second)).toMatchObject({ ok: false, code: 'claim-taken' })
    counter.office.must(ana, 'withdraw-intake', { intakeId: first })
    expect(counter.approve(second)).toMatchObject({ ok: true })
  })

  test('[PT25] nor by the number that its tag was replaced by in between', () => {
    const { counter, first } = again()
    const second = counter.takeTicket('pet-tag', renewal())
    expect(counter.approve(first)).toMatchObject({ ok: true })
    counter.pay(first)
    counter.serve('pet-tag', { purpose: 'replace', 'has-tag': true, tag: '30100', loss: 'damaged' }, '40001')
    expect(counter.approve(second)).toMatchObject({ ok: false, code: 'claim-taken' })
    expect(counter.issue(first, '40002')).toMatchObject({ ok: true })
  })

  test.each(['', '1969-07-20'])(
    '[PT25] also of a license that ended on no day that counts: %j',
    (expires) => {
      const counter = new CityCounter('2026-05-13')
      counter.holds(dog({ expires }))
      const first = counter.takeTicket('pet-tag', renewal())
      expect(counter.approve(first)).toMatchObject({ ok: true })
      expect(counter.office.claims).toMatchObject([{ subject: '30100', slot: 0 }])
      expect(counter.approve(counter.takeTicket('pet-tag', renewal()))).toMatchObject({ code: 'claim-taken' })
    },
  )

  test('[PT25] what an approval of before claimed by its first day is given back', () => {
    const { counter, first } = again()
    counter.approve(first)
    const claim = { scope: 'pet-tag', subject: '30100', slot: 20_593 }
    const filed = counter.office.filings.findLast((filing) => filing.type === 'intake-file')
    if (!filed) throw new Error('no file')
    for (const held of counter.office.claims) counter.office.file({ type: 'claim-released', claim: held })
    counter.office.file({ type: 'claim-taken', claim: { ...claim, intakeId: first } })
    const { assessment } = filed.file
    counter.office.file({ ...filed, file: { ...filed.file, assessment: { ...assessment, claims: [claim] } } })
    counter.office.must(ana, 'correct-answers', { intakeId: first, rev: 1, answers: renewal({ term: '2' }) })
    expect(counter.office.claims).toEqual([])
  })

  test('[PT26] ends on the day that its receipt says, or is not handed over', () => {
    const { counter, first } = again()
    counter.approve(first)
    counter.pay(first)
    counter.holds(dog({ rabiesUntil: '2027-03-01' }))
    expect(counter.issue(first, '30200')).toMatchObject({ ok: false, code: 'changed-since-approval' })
    counter.holds(dog({ rabiesUntil: '2028-03-01' }))
    expect(counter.issue(first, '30200')).toMatchObject({ ok: true })
    expect(recordOf(counter, '30200')).toMatchObject({ expires: '2027-05-31' })
  })

  const other = { 'has-tag': true, tag: '30100' }
  const replacing = { ...other, purpose: 'replace', loss: 'damaged' }
  const died = { ...other, purpose: 'change', change: 'died' }

  test.each<[string, Answers, string[]]>([
    ['a replacement of a license that is over again', replacing, ['30300']],
    ['a replacement of a tag that was taken back', { ...replacing, tag: '30200' }, ['30300']],
    ['a change in a record that is no more', { ...died, tag: '30200' }, []],
    ['a renewal of a tag that was taken back', renewal({ tag: '30200' }), ['30300']],
  ])('[PT28] once canceled, leaves nothing to hand over: %s', (_, answers, handed) => {
    const counter = new CityCounter('2026-06-05')
    counter.holds(dog())
    counter.office.must(admin, 'change-service-settings', {
      service: 'pet-tag',
      from: '2026-06-05',
      values: { startFrom: 'today' },
    })
    const issuanceId = counter.serve('pet-tag', renewal(), '30200')
    const intakeId = counter.takeTicket('pet-tag', answers)
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    const receiptId = counter.pay(intakeId)
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: false })
    expect(counter.issue(intakeId, ...handed)).toMatchObject({ ok: false, code: 'changed-since-approval' })
    counter.office.must(sue, 'void-payment', { receiptId, reason: 'wrong-amount' })
  })

  test('[PT28] a change is written into the record that is there again', () => {
    const counter = new CityCounter('2026-05-13')
    counter.holds(dog())
    const issuanceId = counter.serve('pet-tag', renewal(), '30200')
    const intakeId = counter.takeTicket('pet-tag', died)
    counter.approve(intakeId)
    counter.pay(intakeId)
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: false })
    expect(counter.issue(intakeId)).toMatchObject({ ok: true })
    expect(recordOf(counter, '30100')).toMatchObject({ status: 'deceased', expires: '2026-05-31' })
  })

  test('[I3] a certificate seen for one dog proves nothing of another', () => {
    const { counter, first } = again()
    counter.holds(dog({ tag: '30101', rabiesUntil: '2026-01-01' }))
    const shot = { 'new-shot': true, 'shot-until': '2028-06-01' }
    counter.office.must(ana, 'start-review', { intakeId: first })
    counter.office.must(ana, 'correct-answers', { intakeId: first, rev: 1, answers: renewal(shot) })
    counter.approve(first)
    expect(counter.intake(first).marks[0]).toBe('seen')
    counter.office.must(ana, 'correct-answers', {
      intakeId: first,
      rev: 2,
      answers: renewal({ ...shot, tag: '30101' }),
    })
    expect(counter.intake(first).marks[0]).toBeNull()
  })
})

describe('a day of a home', () => {
  const [saturday, sunday, nextSaturday] = ['2026-05-16', '2026-05-17', '2026-05-23'] as const
  const taken = { ok: false, code: 'eligibility', details: { problem: 'days-taken' } }

  /** Two forms for one day, both wanted before either was decided. */
  const rivals = (): { counter: CityCounter; first: string; second: string } => {
    const counter = new CityCounter('2026-05-13')
    const first = counter.takeTicket('yard-sale', sale([saturday, sunday]))
    const second = counter.takeTicket('yard-sale', sale([sunday]))
    return { counter, first, second }
  }

  test('[YS7] is approved once, though nothing is issued yet', () => {
    const { counter, first, second } = rivals()
    expect(counter.approve(first)).toMatchObject({ ok: true })
    expect(counter.approve(second)).toMatchObject(taken)
    const charity = counter.takeTicket('yard-sale', sale([saturday], { exemption: 'charity' }))
    expect(counter.approve(charity)).toMatchObject(taken)
    const nextDoor = counter.takeTicket('yard-sale', sale([sunday], { address: '1250 Palm Ave' }))
    expect(counter.approve(nextDoor)).toMatchObject({ ok: true })
  })

  test('[YS7] is free again after a withdrawal', () => {
    const { counter, first, second } = rivals()
    expect(counter.approve(first)).toMatchObject({ ok: true })
    counter.office.must(ana, 'withdraw-intake', { intakeId: first })
    expect(counter.approve(second)).toMatchObject({ ok: true })
  })

  test('[YS7] is free again after a correction, also where that ends in a denial', () => {
    const { counter, first, second } = rivals()
    expect(counter.approve(first)).toMatchObject({ ok: true })
    const answers = sale([saturday, sunday], { closes: '15' })
    counter.office.must(ana, 'correct-answers', { intakeId: first, rev: 1, answers })
    counter.office.must(ana, 'deny-intake', { intakeId: first, code: 'not-occupant' })
    expect(counter.approve(second)).toMatchObject({ ok: true })
  })

  test('[YS7] stays with an approval whose receipt is voided', () => {
    const { counter, first, second } = rivals()
    counter.approve(first)
    const receiptId = counter.pay(first)
    counter.office.must(sue, 'void-payment', { receiptId, reason: 'wrong-amount' })
    expect(counter.approve(second)).toMatchObject(taken)
    counter.office.must(ana, 'withdraw-intake', { intakeId: first })
    expect(counter.approve(second)).toMatchObject({ ok: true })
  })

  test.each([
    ['in time, and the place of the year with it', '16:30', 0],
    ['too late, and the place of the year stays', '16:31', 1],
  ])('[YS7] is free again when the sale is canceled %s', (_, time, places) => {
    const counter = new CityCounter('2026-05-13')
    const issuanceId = counter.serve('yard-sale', sale([saturday, sunday]))
    counter.at('2026-05-15', time)
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: false })
    expect(capsTaken(counter)).toHaveLength(places)
    const again = counter.takeTicket('yard-sale', sale([sunday]))
    expect(counter.approve(again)).toMatchObject({ ok: true })
  })

  test('[YS7] goes along with a sale that rain moved', () => {
    const counter = new CityCounter('2026-05-13')
    const issuanceId = counter.serve('yard-sale', sale([saturday, sunday]))
    counter.at('2026-05-18')
    const answers = sale([nextSaturday])
    counter.office.must(ana, 'amend-issuance', { issuanceId, answers, printerId: null })
    const days = counter.office.claims.filter(({ scope }) => scope === 'yard-sale-day')
    expect(days.map(({ slot }) => addDays('1970-01-01', slot))).toEqual([nextSaturday])
    expect(capsTaken(counter)).toHaveLength(1)
  })
})

test('[I12] a statement that the city no longer asks for is not waited for', () => {
  const counter = new CityCounter('2026-05-20')
  counter.holds(dog())
  const lost = { purpose: 'replace', 'has-tag': true, tag: '30100', loss: 'lost' }
  const intakeId = counter.takeTicket('pet-tag', lost)
  counter.office.must(ana, 'start-review', { intakeId })
  counter.office.must(admin, 'change-service-settings', {
    service: 'pet-tag',
    from: '2026-05-20',
    values: { lostTagStatement: false },
  })
  counter.office.must(ana, 'approve-intake', { intakeId, rev: 1 })
  expect(counter.intake(intakeId)).toMatchObject({ state: 'approved', needsDeclaration: false, rev: 2 })
  expect(brokenInvariants(counter.office.state, counter.office.facts)).toEqual([])
})

describe('what the approval asks for that the form did not', () => {
  test('[I12] a paper is told by a correction alone, and can be marked then', () => {
    const counter = new CityCounter('2026-05-20')
    const shot = { 'new-shot': true, 'shot-until': '2028-06-01' }
    const intakeId = counter.takeTicket('pet-tag', renewal(shot))
    counter.office.must(ana, 'start-review', { intakeId })
    counter.holds(dog({ lifetime: true }))
    expect(counter.approve(intakeId)).toEqual({ ok: true, value: {} })
    expect(counter.office.facts.at(-1)).toMatchObject({
      kind: 'intake-corrected',
      body: { sameAnswers: true, from: 'in-review' },
    })
    expect(counter.intake(intakeId)).toMatchObject({
      state: 'in-review',
      rev: 2,
      marks: ['seen', 'seen', null],
    })
    expect(counter.file(intakeId)).toMatchObject({ rev: 2 })
    expect(counter.file(intakeId).assessment.checklist.at(-1)).toMatchObject({ code: 'microchip' })
    expect(counter.office.claims).toEqual([])
    const { office } = counter
    expect(office.give(ana, 'approve-intake', { intakeId, rev: 2 })).toMatchObject({
      code: 'review-incomplete',
      details: { paper: 'microchip' },
    })
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    expect(counter.intake(intakeId)).toMatchObject({ state: 'approved', rev: 2 })
    expect(brokenInvariants(office.state, office.facts)).toEqual([])
  })

  test('[I12] so is a paper that was on file and is not any more', () => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(dog())
    const intakeId = counter.takeTicket('pet-tag', renewal())
    counter.office.must(ana, 'start-review', { intakeId })
    counter.holds(dog({ altered: false }))
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    expect(counter.intake(intakeId)).toMatchObject({ state: 'in-review', marks: ['on-file', null] })
  })

  test('[I12] and a statement, which is signed then', () => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(dog())
    const set = (lostTagStatement: boolean) =>
      counter.office.must(admin, 'change-service-settings', {
        service: 'pet-tag',
        from: '2026-05-20',
        values: { lostTagStatement },
      })
    set(false)
    const intakeId = counter.takeTicket('pet-tag', {
      purpose: 'replace',
      'has-tag': true,
      tag: '30100',
      loss: 'lost',
    })
    counter.office.must(ana, 'start-review', { intakeId })
    set(true)
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    expect(counter.intake(intakeId)).toMatchObject({ state: 'in-review', needsDeclaration: true })
    counter.office.must(ana, 'print-declaration', { intakeId, printerId: 'desk' })
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    expect(counter.intake(intakeId)).toMatchObject({ state: 'approved', rev: 2 })
  })

  test('[I12] what was signed stands', () => {
    const counter = new CityCounter('2026-05-01')
    const proof = (from: string, occupancyProof: boolean) =>
      counter.office.must(admin, 'change-service-settings', {
        service: 'yard-sale',
        from,
        values: { occupancyProof },
      })
    proof('2026-05-01', false)
    proof('2026-05-02', true)
    const intakeId = counter.takeTicket('yard-sale', sale(['2026-05-16']))
    counter.at('2026-05-02')
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    const { declarationAt, marks } = counter.intake(intakeId)
    expect(marks).toEqual(['seen', null])
    expect(declarationAt).not.toBeNull()
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    expect(counter.intake(intakeId)).toMatchObject({ state: 'approved', declarationAt })
  })
})

test('[PT22] a renewal whose tag is not found is approved once the tag is not known, and owner and dog are', () => {
  const counter = new CityCounter('2026-05-20')
  const shot = { 'new-shot': true, 'shot-until': '2028-05-01' }
  const intakeId = counter.takeTicket('pet-tag', renewal({ tag: '99999', ...shot }))
  expect(counter.approve(intakeId)).toMatchObject({ code: 'eligibility', details: { problem: 'not-found' } })
  const correct = (answers: Answers) => {
    const { rev } = counter.intake(intakeId)
    counter.office.must(ana, 'correct-answers', { intakeId, rev, answers })
  }
  const { tag: _, ...unknown } = renewal({ 'has-tag': false, ...shot })
  correct(unknown)
  expect(counter.approve(intakeId)).toMatchObject({ code: 'review-incomplete' })
  const owner = { name: 'Sam Hill', phone: '9515550100', address: '900 Elm Ave' }
  correct({ ...unknown, 'pet-name': 'Rex', ...owner })
  expect(counter.approve(intakeId)).toMatchObject({ ok: true })
  counter.pay(intakeId)
  expect(counter.issue(intakeId, '40001')).toMatchObject({ ok: true })
  expect(recordOf(counter, '40001')).toMatchObject({ pet: 'Rex', ownerName: 'Sam Hill', phone: '9515550100' })
})

describe('what was approved is what is issued', () => {
  test('[I9] a license keeps the end that was paid for, though it is handed over a day later', () => {
    const counter = new CityCounter('2026-08-29')
    counter.holds(dog())
    const intakeId = counter.takeTicket('pet-tag', renewal())
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.pay(intakeId)
    counter.at('2026-08-30')
    const issued = counter.issue(intakeId, '40001')
    expect(issued.ok && issuanceOf(counter, issued.value.issuanceId)).toMatchObject({
      validFrom: '2026-05-31',
      validUntil: '2027-05-31',
    })
    expect(issued.ok && rows(counter.office.slip(issued.value.jobId))).toContain('Good until: May 31, 2027')
    expect(recordOf(counter, '40001')).toMatchObject({ expires: '2027-05-31' })
  })

  test('[I9] a tag approved on its license’s last day is handed over the day after', () => {
    const counter = new CityCounter('2026-05-31')
    counter.holds(dog())
    const intakeId = counter.takeTicket('pet-tag', {
      purpose: 'replace',
      'has-tag': true,
      tag: '30100',
      loss: 'lost',
    })
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.pay(intakeId)
    counter.at('2026-06-01')
    const issued = counter.issue(intakeId, '40001')
    expect(issued.ok && issuanceOf(counter, issued.value.issuanceId)).toMatchObject({
      validFrom: '2026-05-31',
      validUntil: '2026-05-31',
    })
  })

  test('[I9] a pass sold for November is a pass for November on the first of December', () => {
    const counter = new CityCounter('2026-11-30', '16:55')
    const intakeId = counter.takeTicket('bus-pass', {
      product: 'monthly',
      month: 'this',
      fare: 'regular',
      quantity: 1,
    })
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.pay(intakeId)
    counter.at('2026-12-01')
    const issued = counter.issue(intakeId, 'M1')
    expect(issued.ok && issuanceOf(counter, issued.value.issuanceId)).toMatchObject({
      validFrom: '2026-11-30',
      validUntil: '2026-11-30',
    })
  })

  test.each<[string, string, Answers, Record<string, unknown>, object]>([
    ['a license', 'pet-tag', renewal(), { startFrom: 'today' }, { validUntil: '2027-05-31' }],
    [
      'a license',
      'pet-tag',
      renewal({ term: '2' }),
      { alteredFeesCents: [2500] },
      { validUntil: '2028-05-31' },
    ],
    [
      'a pass',
      'bus-pass',
      { product: 'day', fare: 'regular', quantity: 1 },
      { dayPassKeepsDays: 9 },
      { validUntil: '2026-05-20' },
    ],
  ])('[M12] %s is by the settings of its approval, whatever is set an hour later: %s %j', (...given) => {
    const [, service, answers, values, issuance] = given
    const counter = new CityCounter('2026-05-20')
    counter.holds(dog())
    const intakeId = counter.takeTicket(service, answers)
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.pay(intakeId)
    const change = { service, from: '2026-05-20', values }
    counter.office.must(admin, 'change-service-settings', change)
    const issued = counter.issue(intakeId, '40001')
    expect(issued).toMatchObject({ ok: true })
    expect(issued.ok && issuanceOf(counter, issued.value.issuanceId)).toMatchObject(issuance)
  })

  test('[M12] an approval keeps no list of things such as streets, and nothing is kept before it', () => {
    const counter = new CityCounter('2026-05-13')
    const intakeId = counter.takeTicket('yard-sale', sale(['2026-05-16']))
    expect(counter.file(intakeId).assessment).not.toHaveProperty('settings')
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    const { settings } = counter.file(intakeId).assessment
    expect(settings).toMatchObject({ feeCents: 500, weekdays: [5, 6, 7] })
    expect(settings).not.toHaveProperty('streets')
  })

  test('[BP10] a pass’s receipt names its last day, also where that is over', () => {
    const counter = new CityCounter('2026-11-30', '16:55')
    const intakeId = counter.takeTicket('bus-pass', {
      product: 'monthly',
      month: 'this',
      fare: 'regular',
      quantity: 1,
    })
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.at('2026-12-01')
    counter.openTill()
    const receiptId = counter.pay(intakeId)
    expect(receiptLines(counter, receiptId)).toEqual(['Monthly pass until November 30, 2026: 1 at $40.00'])
  })
})

test('[I12] a month that has changed since is told by a correction, though the fee is the same', () => {
  const counter = new CityCounter('2026-05-29')
  counter.office.must(admin, 'change-service-settings', {
    service: 'bus-pass',
    from: '2026-05-29',
    values: { nextMonthSaleDay: 1 },
  })
  const pass = { product: 'monthly', month: 'next', fare: 'regular', quantity: 1 }
  const intakeId = counter.takeTicket('bus-pass', pass)
  const untilOf = () => counter.file(intakeId).assessment.fees[0]?.values?.['until']
  expect(untilOf()).toEqual({ date: '2026-06-30' })
  counter.at('2026-06-02')
  expect(counter.approve(intakeId)).toMatchObject({ ok: true })
  expect(counter.office.facts.slice(-2).map(({ kind }) => kind)).toEqual([
    'intake-corrected',
    'intake-approved',
  ])
  expect(counter.intake(intakeId)).toMatchObject({ rev: 2, owedCents: 4000 })
  expect(untilOf()).toEqual({ date: '2026-07-31' })
})

describe('the number handed over', () => {
  const paid = (): { counter: CityCounter; intakeId: string } => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(dog())
    counter.holds(dog({ tag: '30200', pet: 'Luna' }))
    const intakeId = counter.takeTicket('pet-tag', renewal())
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.pay(intakeId)
    return { counter, intakeId }
  }

  test.for(['30200', '0030200'])('[I9] %s is on another dog’s collar: its record stays', (number) => {
    const { counter, intakeId } = paid()
    expect(counter.issue(intakeId, number)).toMatchObject({ ok: false, code: 'number-in-use' })
    expect(recordOf(counter, '30200')).toMatchObject({ pet: 'Luna' })
  })

  test.for(['40001', '30100'])('[I9] %s is new, or this dog’s own', (number) => {
    const { counter, intakeId } = paid()
    expect(counter.issue(intakeId, number)).toMatchObject({ ok: true })
    expect(recordOf(counter, number)).toMatchObject({ pet: 'Rex', status: 'active' })
  })

  test.for(['A-17', '12345678', '0'])('[I9] %s is no tag’s number', (number) => {
    const { counter, intakeId } = paid()
    expect(counter.issue(intakeId, number)).toMatchObject({ ok: false, code: 'numbers-missing' })
  })

  test('[I9] a card that is good already is not handed over again, whoever had it in a pile', () => {
    const counter = new CityCounter('2026-05-04')
    const pass = { product: 'monthly', month: 'this', fare: 'regular', quantity: 2 }
    counter.serve('bus-pass', pass, 'M1', 'M2')
    const intakeId = counter.takeTicket('bus-pass', { ...pass, quantity: 1 })
    counter.approve(intakeId)
    counter.pay(intakeId)
    expect(counter.issue(intakeId, 'm2')).toMatchObject({ ok: false, code: 'number-in-use' })
    expect(counter.issue(intakeId, 'M3')).toMatchObject({ ok: true })
  })

  test('[BP8] one card is not two, however it is written', () => {
    const counter = new CityCounter('2026-05-04')
    const pass = { product: 'monthly', month: 'this', fare: 'regular', quantity: 2 }
    const intakeId = counter.takeTicket('bus-pass', pass)
    counter.approve(intakeId)
    counter.pay(intakeId)
    expect(counter.issue(intakeId, 'BT-1', 'bt-1')).toMatchObject({ ok: false, code: 'number-in-use' })
  })

  test('[BP8] on its last day a card is still good', () => {
    const counter = new CityCounter('2026-05-04')
    counter.serve('bus-pass', { product: 'monthly', month: 'this', fare: 'regular', quantity: 1 }, 'M1')
    counter.at('2026-05-31')
    counter.openTill()
    const intakeId = counter.takeTicket('bus-pass', { product: 'day', fare: 'regular', quantity: 1 })
    counter.approve(intakeId)
    counter.pay(intakeId)
    expect(counter.issue(intakeId, 'M1')).toMatchObject({ ok: false, code: 'number-in-use' })
  })

  const onCard = (counter: CityCounter, answers: Answers, card: string) => {
    const intakeId = counter.takeTicket('bus-pass', { fare: 'regular', quantity: 1, ...answers })
    counter.approve(intakeId)
    counter.pay(intakeId)
    return counter.issue(intakeId, card)
  }

  test('[BP8] a card that is good until next month’s pass begins stays good until then', () => {
    const counter = new CityCounter('2026-05-04')
    onCard(counter, { product: 'monthly', month: 'this' }, 'M1')
    counter.at('2026-05-25')
    counter.openTill()
    const issued = onCard(counter, { product: 'monthly', month: 'next' }, 'M1')
    expect(issued).toMatchObject({ ok: true })
    expect(recordOf(counter, 'M1')).toMatchObject({ from: '2026-05-04', until: '2026-06-30' })
    const issuanceId = issued.ok ? issued.value.issuanceId : ''
    expect(issuanceOf(counter, issuanceId)).toMatchObject({ validFrom: '2026-06-01' })
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: false })
    expect(recordOf(counter, 'M1')).toMatchObject({ from: '2026-05-04', until: '2026-05-31' })
  })

  test('[BP8] one that is good today takes no pass that begins after a gap', () => {
    const counter = new CityCounter('2026-05-25')
    onCard(counter, { product: 'day' }, 'M1')
    const next = { product: 'monthly', month: 'next' }
    expect(onCard(counter, next, 'M1')).toMatchObject({ ok: false, code: 'number-in-use' })
    counter.at('2026-05-26')
    counter.openTill()
    expect(onCard(counter, next, 'M1')).toMatchObject({ ok: true })
    expect(recordOf(counter, 'M1')).toMatchObject({ from: '2026-06-01', until: '2026-06-30' })
  })

  test('[I9] a card whose month is over can be handed over again', () => {
    const counter = new CityCounter('2026-05-04')
    const pass = { product: 'monthly', month: 'this', fare: 'regular', quantity: 1 }
    counter.serve('bus-pass', pass, 'M1')
    counter.at('2026-06-01')
    counter.openTill()
    counter.serve('bus-pass', pass, 'M1')
    expect(brokenInvariants(counter.office.state, counter.office.facts)).toEqual([])
  })
})

describe('what is canceled', () => {
  const before = dog({ lifetime: true, rabiesUntil: '2028-05-01', microchip: '985112004417203' })
  const replacing = { purpose: 'replace', 'has-tag': true, tag: '30100', loss: 'damaged' }
  const changing = { purpose: 'change', 'has-tag': true, tag: '30100' }
  const moving = { ...changing, change: 'new-address', 'new-address': '900 Elm Ave' }

  const atTheCounter = (record = before): CityCounter => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(record)
    return counter
  }
  const cancel = (counter: CityCounter, issuanceId: string) => {
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: false })
  }

  test.each<[string, Answers, string[]]>([
    ['a renewal', renewal({ 'new-shot': true, 'shot-until': '2029-05-01' }), []],
    ['a replacement', replacing, ['40001']],
    ['a move', moving, []],
    [
      'a new owner',
      {
        ...changing,
        change: 'new-owner',
        'owner-name': 'Sam Hill',
        'owner-phone': '9515550100',
        'owner-address': '900 Elm Ave',
      },
      [],
    ],
    ['a death', { ...changing, change: 'died' }, []],
  ])('[I18] leaves the record as it was before: %s', (_, answers, handed) => {
    const counter = atTheCounter()
    const issuanceId = counter.serve('pet-tag', answers, ...handed)
    expect(recordOf(counter, '30100')).not.toMatchObject(before.data)
    cancel(counter, issuanceId)
    expect(recordOf(counter, '30100')).toEqual({ ...before.data, writtenBy: null })
  })

  test('[I18] gives a tag back: the dog has its old one, and the new one may be handed over again', () => {
    const counter = atTheCounter(dog())
    cancel(counter, counter.serve('pet-tag', renewal(), '40001'))
    expect(recordOf(counter, '30100')).toEqual({ ...dog().data, writtenBy: null })
    expect(recordOf(counter, '40001')).toMatchObject({ status: 'canceled', ownerName: '', pet: '' })
    const unknown = counter.takeTicket('pet-tag', renewal({ tag: '40001' }))
    expect(counter.approve(unknown)).toMatchObject({ details: { problem: 'not-found' } })
    counter.serve('pet-tag', renewal(), '40001')
    expect(recordOf(counter, '40001')).toMatchObject({ pet: 'Rex', status: 'active', expires: '2027-05-31' })
  })

  test('[I18] of an older number of the dog’s own leaves that one leading to the dog', () => {
    const counter = atTheCounter(dog())
    counter.serve('pet-tag', replacing, '40001')
    const replaced = recordOf(counter, '30100')
    const worn = recordOf(counter, '40001')
    const renewed = counter.serve('pet-tag', renewal(), '30100')
    expect(recordOf(counter, '30100')).toMatchObject({ status: 'active', expires: '2027-05-31' })
    expect(recordOf(counter, '40001')).toMatchObject({ status: 'replaced', replacedBy: '30100' })
    cancel(counter, renewed)
    expect(recordOf(counter, '30100')).toEqual(replaced)
    expect(recordOf(counter, '40001')).toEqual(worn)
    const intakeId = counter.takeTicket('pet-tag', renewal())
    expect(counter.file(intakeId).assessment.problems).toEqual([])
  })

  test('[I20] and another tag is handed over in its place', () => {
    const counter = atTheCounter(dog({ status: 'replaced', replacedBy: '30200', address: '1 Old St' }))
    counter.holds(dog({ tag: '30200' }))
    const intakeId = counter.takeTicket('pet-tag', renewal())
    counter.approve(intakeId)
    counter.pay(intakeId)
    const issued = counter.issue(intakeId, '30100')
    const issuanceId = issued.ok ? issued.value.issuanceId : ''
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: true })
    expect(recordOf(counter, '30100')).toMatchObject({ replacedBy: '30200', address: '1 Old St' })
    expect(counter.issue(intakeId, '40001')).toMatchObject({ ok: true })
    counter.holds(dog({ tag: '50000', pet: 'Bo' }))
    expect(() => counter.serve('pet-tag', renewal({ tag: '50000' }), '30100')).toThrow('number-in-use')
  })

  test('[I18] of two in a row, the last one first', () => {
    const counter = atTheCounter(dog())
    const first = counter.serve('pet-tag', renewal(), '40001')
    const second = counter.serve('pet-tag', { ...replacing, tag: '40001' }, '40002')
    cancel(counter, second)
    expect(recordOf(counter, '40001')).toMatchObject({ status: 'active', expires: '2027-05-31' })
    cancel(counter, first)
    expect(recordOf(counter, '30100')).toEqual({ ...dog().data, writtenBy: null })
    expect(recordOf(counter, '40001')).toMatchObject({ status: 'canceled' })
  })

  test('[I18] takes nothing back that has changed since', () => {
    const counter = atTheCounter(dog())
    const issuanceId = counter.serve('pet-tag', renewal(), '40001')
    counter.serve('pet-tag', { ...moving, tag: '40001' })
    cancel(counter, issuanceId)
    expect(recordOf(counter, '40001')).toMatchObject({ status: 'active', address: '900 Elm Ave' })
    expect(recordOf(counter, '30100')).toMatchObject({ status: 'replaced', replacedBy: '40001' })
  })

  test('[I20] is not handed over anew before what was written later is taken back too', () => {
    const counter = atTheCounter(dog())
    const [renewed, moved] = [renewal(), moving].map((answers) => counter.takeTicket('pet-tag', answers))
    for (const intakeId of [renewed, moved]) counter.approve(intakeId ?? '')
    counter.pay(renewed ?? '', moved ?? '')
    const issue = (intakeId = '', ...handed: string[]) => {
      const issued = counter.issue(intakeId, ...handed)
      return issued.ok ? issued.value.issuanceId : issued.code
    }
    const [first, second] = [issue(renewed, '40001'), issue(moved)]
    const takeBack = (issuanceId: string) =>
      counter.office.give(ana, 'cancel-issuance', { issuanceId, again: true })
    expect(takeBack(first)).toMatchObject({ ok: false, code: 'written-since' })
    expect(counter.intake(renewed ?? '').state).toBe('issued')
    expect(takeBack(second)).toMatchObject({ ok: true })
    expect(takeBack(first)).toMatchObject({ ok: true })
    expect(recordOf(counter, '30100')).toEqual({ ...dog().data, writtenBy: null })
    expect(counter.issue(renewed ?? '', '40010')).toMatchObject({ ok: true })
    expect(counter.issue(moved ?? '')).toMatchObject({ ok: true })
    expect(recordOf(counter, '40010')).toMatchObject({ address: '900 Elm Ave', expires: '2027-05-31' })
  })

  test('[I20] nor is a pass of which one card is good for another rider by now', () => {
    const counter = new CityCounter('2026-05-25')
    const pass = { product: 'monthly', month: 'this', fare: 'regular', quantity: 1 }
    const issuanceId = counter.serve('bus-pass', { ...pass, quantity: 2 }, 'BT-1', 'BT-2')
    counter.holds({ service: 'bus-pass', key: 'BT-2', data: { from: '2026-06-01', until: '2026-06-30' } })
    expect(counter.office.give(ana, 'cancel-issuance', { issuanceId, again: true })).toMatchObject({
      ok: false,
      code: 'written-since',
    })
    cancel(counter, issuanceId)
    expect(recordOf(counter, 'BT-1')).toMatchObject({ from: '', until: '' })
    expect(recordOf(counter, 'BT-2')).toMatchObject({ until: '2026-06-30' })
  })

  test('[I18] a card may be handed over again, and is good as it was before', () => {
    const counter = new CityCounter('2026-05-25')
    const pass = { product: 'monthly', month: 'this', fare: 'regular', quantity: 1 }
    cancel(counter, counter.serve('bus-pass', pass, 'BT-1'))
    counter.serve('bus-pass', pass, 'BT-1')
    cancel(counter, counter.serve('bus-pass', { ...pass, month: 'next' }, 'bt-1'))
    expect(recordOf(counter, 'BT-1')).toMatchObject({ from: '2026-05-25', until: '2026-05-31' })
    const intakeId = counter.takeTicket('bus-pass', pass)
    counter.approve(intakeId)
    counter.pay(intakeId)
    expect(counter.issue(intakeId, 'BT-1')).toMatchObject({ code: 'number-in-use' })
  })
})

describe('what the clerk was shown', () => {
  const chipless = dog({ lifetime: true })
  const papersOf = (counter: CityCounter): unknown =>
    counter.file(counter.takeTicket('pet-tag', renewal())).assessment.checklist.at(-1)

  test('[PT23] is not asked again: the microchip of a tag for life', () => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(chipless)
    expect(papersOf(counter)).toMatchObject({ code: 'microchip', onFile: false })
    counter.serve('pet-tag', renewal())
    expect(papersOf(counter)).toMatchObject({ code: 'microchip', onFile: true })
  })

  test.each([
    ['a microchip', chipless, {}, 'microchip'],
    ['a certificate', dog(), { 'new-shot': true, 'shot-until': '2029-05-01' }, 'rabies-certificate'],
    ['a proof of alteration', dog({ altered: false }), {}, 'alteration-proof'],
  ])('[PT23] what was waived was not shown: %s', (_, record, answers, code) => {
    const counter = new CityCounter('2026-05-20')
    counter.holds(record)
    const intakeId = counter.takeTicket('pet-tag', renewal(answers))
    const item = counter.file(intakeId).assessment.checklist.findIndex((paper) => paper.code === code)
    counter.office.must(ana, 'start-review', { intakeId })
    counter.office.must(ana, 'mark-paper', { intakeId, rev: 1, item, mark: 'waived', evidence: 'vet called' })
    expect(counter.approve(intakeId)).toMatchObject({ ok: true })
    counter.pay(intakeId)
    const lifetime = record === chipless
    expect(counter.issue(intakeId, ...(lifetime ? [] : ['40001']))).toMatchObject({ ok: true })
    const { altered, microchip, rabiesUntil } = record.data
    expect(recordOf(counter, lifetime ? '30100' : '40001')).toMatchObject({ altered, microchip, rabiesUntil })
  })
})

test('[BP8] a card’s number is kept as it is looked for, however it was typed', () => {
  const counter = new CityCounter('2026-05-04')
  const pass = { product: 'monthly', month: 'this', fare: 'regular', quantity: 1 }
  const issuance = issuanceOf(counter, counter.serve('bus-pass', pass, 'bt-2'))
  expect(issuance).toMatchObject({ number: 'BT-2', subject: 'BT-2', data: { cards: ['BT-2'] } })
})

test('[BP2] the log of a senior’s pass and of a disabled rider’s pass is the same', () => {
  const logOf = (fare: string): unknown => {
    const counter = new CityCounter('2026-05-04')
    counter.serve('bus-pass', { product: 'monthly', month: 'this', fare, quantity: 1 }, 'M1')
    return counter.office.facts
  }
  expect(logOf('senior')).toEqual(logOf('disabled'))
})

describe('a sale moved for rain', () => {
  test('[I15] says all that a permit says, or stays as it was', () => {
    const counter = new CityCounter('2026-05-01')
    const issuanceId = counter.serve('yard-sale', sale(['2026-05-16']))
    counter.at('2026-05-17')
    const { opens: _, ...withoutHours } = sale(['2026-05-23'])
    expect(
      counter.office.give(ana, 'amend-issuance', { issuanceId, answers: withoutHours, printerId: null }),
    ).toMatchObject({ ok: false, code: 'invalid-answers', details: { question: 'opens' } })
    expect(issuanceOf(counter, issuanceId).data).toMatchObject({ opens: '8', closes: '14' })
  })

  const set = (counter: CityCounter, from: string, values: Record<string, unknown>) =>
    counter.office.must(admin, 'change-service-settings', { service: 'yard-sale', from, values })
  const counting = { offered: true, fromCap: false, fromFee: false, fromPlace: true }
  const move = (counter: CityCounter, issuanceId: string, answers: Answers) =>
    counter.office.give(ana, 'amend-issuance', { issuanceId, answers, printerId: null })

  test('[YS20] stays exempt, whatever has been set since it was approved', () => {
    const counter = new CityCounter('2026-05-01')
    counter.serve('yard-sale', sale(['2026-05-16']))
    counter.serve('yard-sale', sale(['2026-05-23']))
    const issuanceId = counter.serve('yard-sale', sale(['2026-05-30'], { exemption: 'charity' }))
    counter.at('2026-05-31')
    set(counter, '2026-05-31', { charity: counting })
    const answers = sale(['2026-06-06'], { exemption: 'charity' })
    expect(move(counter, issuanceId, answers)).toMatchObject({ ok: true })
    expect(capsTaken(counter)).toHaveLength(2)
    expect(move(counter, issuanceId, { ...answers, days: ['2026-06-07'] })).toMatchObject({ ok: true })
    expect(capsTaken(counter)).toHaveLength(2)
  })

  test('[YS20] is asked for no cap that is new since', () => {
    const counter = new CityCounter('2026-05-01')
    const issuanceId = counter.serve('yard-sale', sale(['2026-05-23']))
    set(counter, '2026-05-02', { salesPerPersonPerYear: 1 })
    counter.at('2026-05-03')
    counter.openTill()
    counter.serve('yard-sale', sale(['2026-05-30'], { address: '700 Elm Ave' }))
    counter.at('2026-05-24')
    expect(move(counter, issuanceId, sale(['2026-06-06']))).toMatchObject({ ok: true })
  })

  test('[YS20] in another year takes a place of that year, by the caps of now', () => {
    const counter = new CityCounter('2026-12-01')
    const issuanceId = counter.serve('yard-sale', sale(['2026-12-27']))
    counter.serve('yard-sale', sale(['2027-01-09']))
    counter.at('2026-12-28')
    set(counter, '2026-12-28', { salesPerYear: 1 })
    expect(move(counter, issuanceId, sale(['2027-01-02']))).toMatchObject({
      code: 'amendment-refused',
      details: { problem: 'annual-cap' },
    })
  })

  test('[M12] and taken back then, is paid as it was approved', () => {
    const counter = new CityCounter('2026-05-01')
    const intakeId = counter.takeTicket('yard-sale', sale(['2026-05-16']))
    counter.approve(intakeId)
    const { settings } = counter.file(intakeId).assessment
    const receiptId = counter.pay(intakeId)
    const issued = counter.issue(intakeId)
    const issuanceId = issued.ok ? issued.value.issuanceId : ''
    set(counter, '2026-05-01', { feeCents: 900 })
    expect(move(counter, issuanceId, sale(['2026-05-23']))).toMatchObject({ ok: true })
    expect(counter.file(intakeId).assessment.settings).toEqual(settings)
    counter.office.must(ana, 'cancel-issuance', { issuanceId, again: true })
    counter.office.must(sue, 'void-payment', { receiptId, reason: 'other' })
    const again = counter.pay(intakeId)
    expect(receiptLines(counter, again)).toHaveLength(1)
    expect(counter.office.state.receipts[again]?.totalCents).toBe(500)
  })
})
