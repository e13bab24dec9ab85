import { describe, expect, test } from 'vitest'
import type { CityRecord } from '../../domain/lookup.ts'
import { Found } from '../../domain/lookup.ts'
import { blockerOf } from '../../domain/intakes/blocker.ts'
import type { Language } from '../../domain/language.ts'
import type { Answers } from '../../domain/question.ts'
import { addDays } from '../../domain/time.ts'
import { word } from '../../domain/words/wording.ts'
import { anIssuance, city, codesOf, foundWith, inputOf, totalOf } from '../../../test/service-inputs.ts'
import { petTag } from './index.ts'
import { readRecord, recordLookups, writeRecord } from './record.ts'
import type { PetRecord } from './record.ts'
import { defaults, settingRules } from './settings.ts'
import type { PetTagSettings } from './settings.ts'

const today = '2026-11-23'

const biscuit: PetRecord = {
  tag: '20417',
  pet: 'Biscuit',
  breed: 'Beagle mix',
  color: 'tan',
  sex: 'male',
  altered: true,
  microchip: '985112004417203',
  ownerName: 'Dana Whitfield',
  address: '1248 Palm Ave Apt 4',
  phone: '9515550142',
  expires: '2026-11-30',
  rabiesUntil: '2028-05-14',
  lifetime: false,
  status: 'active',
  replacedBy: '',
}

const dog = (changes: Partial<PetRecord> = {}): PetRecord => ({ ...biscuit, ...changes })

const foundDogs = (...records: PetRecord[]): Found =>
  foundWith(
    records.map((record) => [{ kind: 'record', service: 'pet-tag', key: record.tag }, writeRecord(record)]),
  )

const renew: Answers = {
  purpose: 'renew',
  'has-tag': true,
  tag: '20417',
  altered: true,
  'new-shot': false,
  assistance: false,
  term: '1',
}

interface World {
  record?: Partial<PetRecord> | null
  settings?: Partial<PetTagSettings>
  on?: string
}

const input = (answers: Answers, { record = {}, settings = {}, on = today }: World = {}) =>
  inputOf({ ...defaults, ...settings }, on, answers, record === null ? new Found() : foundDogs(dog(record)))

const assess = (changes: Answers = {}, world: World = {}) =>
  petTag.assess(input({ ...renew, ...changes }, world))
const problems = (changes: Answers = {}, world: World = {}) => codesOf(assess(changes, world))
const termsOf = (changes: Answers = {}, world: World = {}) => assess(changes, world).options?.['term'] ?? {}
const issue = (changes: Answers = {}, world: World = {}, handedNumbers = ['30001']) => {
  const answered = input({ ...renew, ...changes }, world)
  const shown = petTag.assess(answered).checklist.map(({ code }) => code)
  return petTag.issue({ ...answered, handedNumbers, shown })
}

const changesByKey = (records: readonly CityRecord[]) =>
  Object.fromEntries(records.map((record) => [record.key, readRecord(record)]))

describe('a renewal', () => {
  test('[PT1] with all that the city holds asks for nothing', () => {
    const assessment = assess()
    expect(assessment.problems).toEqual([])
    expect(assessment.bring).toEqual([])
    expect(assessment.checklist).toMatchObject([
      { code: 'rabies-certificate', onFile: true },
      { code: 'alteration-proof', onFile: true },
    ])
    expect(assessment).toMatchObject({ declaration: null, oath: false, subject: 'Biscuit' })
  })

  test.each<[Answers, number]>([
    [{ term: '1' }, 2500],
    [{ term: '2' }, 4000],
    [{ term: '3' }, 5500],
    [{ term: '1', altered: false }, 10000],
  ])('[PT2] %j costs %d cents', (answers, cents) => {
    expect(totalOf(assess(answers, { record: { rabiesUntil: '2030-01-01' } }))).toBe(cents)
  })

  test('[PT2] an altered dog pays at most half', () => {
    expect(defaults.alteredFeesCents[0]).toBeLessThanOrEqual((defaults.unalteredFeesCents[0] ?? 0) / 2)
  })

  test('[PT2] a dog that is not altered gets one year only', () => {
    const world = { record: { altered: false, rabiesUntil: '2030-01-01' } }
    expect(termsOf({ altered: false }, world)).toMatchObject({
      '1': { cents: 10000 },
      '2': { unavailable: { code: 'one-year-only' } },
      '3': { unavailable: { code: 'one-year-only' } },
    })
    expect(problems({ altered: false, term: '2' }, world)).toEqual(['term-not-available'])
    expect(assess({ altered: false, term: '2' }, world).fees).toEqual([])
  })

  test('[PT3] never outlasts the vaccine: what would is not offered, and the rest until then is', () => {
    expect(termsOf()).toEqual({
      '1': { hint: { code: 'term-until', values: { until: { date: '2027-11-30' } } }, cents: 2500 },
      '2': { unavailable: { code: 'after-vaccine' } },
      '3': { unavailable: { code: 'after-vaccine' } },
      vaccine: { hint: { code: 'term-until', values: { until: { date: '2028-05-14' } } }, cents: 4000 },
    })
    expect(problems({ term: '2' })).toEqual(['term-not-available'])
    expect(termsOf({}, { record: { rabiesUntil: '2028-11-30' } })).toMatchObject({ '2': { cents: 4000 } })
  })

  test('[PT3] where the longest term fits, none ends with the vaccine', () => {
    expect(termsOf({}, { record: { rabiesUntil: '2030-01-01' } })).toMatchObject({
      '3': { cents: 5500 },
      vaccine: { unavailable: { code: 'vaccine-not-needed' } },
    })
  })

  test('[PT3] a vaccine that ends with a full year costs that year, and no other term ends that day', () => {
    expect(termsOf({}, { record: { rabiesUntil: '2027-11-30' } })).toMatchObject({
      '1': { cents: 2500 },
      '2': { unavailable: { code: 'after-vaccine' } },
      vaccine: { unavailable: { code: 'vaccine-not-needed' } },
    })
    expect(termsOf({}, { record: { rabiesUntil: '2027-12-01' } })).toMatchObject({
      vaccine: { cents: 4000 },
    })
  })

  test('[PT3] a term shortened by the vaccine needs consent', () => {
    const short = { term: 'vaccine', consent: true }
    const world = { record: { rabiesUntil: '2027-06-30' } }
    expect(problems(short, world)).toEqual([])
    expect(totalOf(assess(short, world))).toBe(2500)
    expect(issue(short, world)).toMatchObject({ validUntil: '2027-06-30' })
    expect(problems({ ...short, consent: false }, world)).toEqual(['consent-missing'])
    expect(assess({}, world).values).toMatchObject({ ends: { date: '2027-06-30' } })
    expect(termsOf({}, world)).toMatchObject({ '1': { unavailable: { code: 'after-vaccine' } } })
  })

  test('[PT3] a city can ask for a new vaccine in place of a shorter term', () => {
    const world = { record: { rabiesUntil: '2027-06-30' }, settings: { vaccineTerm: false } }
    expect(problems({ term: '1' }, world)).toEqual(['rabies-too-short'])
    expect(termsOf({}, world)).toMatchObject({ vaccine: { unavailable: {} } })
  })

  test('[PT4] a vaccine that ended, or that ends before the present license, is said with what to do instead', () => {
    expect(assess({}, { record: { rabiesUntil: '2026-11-22' } }).problems).toMatchObject([
      {
        kind: 'turn-away',
        code: 'rabies-expired',
        question: 'new-shot',
        rule: 'rabies-expired-rule',
        instead: 'rabies-expired-instead',
        values: { until: { date: '2026-11-22' }, pet: 'Biscuit' },
      },
    ])
    expect(problems({}, { record: { rabiesUntil: today } })).toEqual(['rabies-too-short'])
    expect(problems({}, { record: { rabiesUntil: '2026-11-28' } })).toEqual(['rabies-too-short'])
    expect(problems({}, { record: { rabiesUntil: '' } })).toEqual(['rabies-missing'])
    expect(problems({ 'new-shot': true, 'shot-until': '2026-11-01' })).toEqual(['rabies-expired'])
  })

  test('[PT4] a newer vaccine mends it, and its certificate has to be seen', () => {
    const answers = { 'new-shot': true, 'shot-until': '2029-11-20', term: '2' }
    const assessment = assess(answers, { record: { rabiesUntil: '2026-01-01' } })
    expect(codesOf(assessment)).toEqual([])
    expect(assessment.bring).toEqual([{ code: 'rabies-certificate', icon: 'syringe' }])
    expect(assessment.checklist[0]).toMatchObject({ code: 'rabies-certificate', onFile: false })
    const issued = issue(answers)
    expect(changesByKey(issued.recordChanges)['30001']).toMatchObject({
      rabiesUntil: '2029-11-20',
      expires: '2028-11-30',
    })
  })

  test('[PT5] proof of alteration is asked only if altered since', () => {
    const assessment = assess({}, { record: { altered: false } })
    expect(assessment.bring.map(({ code }) => code)).toEqual(['alteration-proof'])
    expect(changesByKey(issue({}, { record: { altered: false } }).recordChanges)['30001']?.altered).toBe(true)
    expect(assess({ altered: false }, { record: { altered: false } }).bring).toEqual([])
    expect(codesOf(assess({ altered: false }), 'clerk')).toEqual(['altered-check'])
  })

  test.each<[World, string]>([
    [{}, '2027-11-30'],
    [{ settings: { startFrom: 'today' } }, '2027-11-23'],
    [{ record: { expires: '2026-09-01' } }, '2027-09-01'],
    [{ record: { expires: '2026-08-25' } }, '2027-08-25'],
    [{ record: { expires: '2026-08-24' } }, '2027-11-23'],
    [{ record: { expires: '2026-09-01' }, settings: { backdateDays: 30 } }, '2027-11-23'],
    [{ record: { expires: '' } }, '2027-11-23'],
    [{ record: { expires: '2028-02-29', rabiesUntil: '2030-01-01' } }, '2029-02-28'],
  ])('[PT6] %j: one year ends on %s', (world, until) => {
    expect(issue({}, world).validUntil).toBe(until)
  })

  test('[PT6] begins as far back as the city may set, and never so far that a year is over already', () => {
    const settings = { backdateDays: settingRules['backdateDays']?.to ?? Infinity }
    for (const on of ['2026-11-23', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01', '2029-02-28'])
      for (const days of [300, 363, 364, 365, 366, 367, 400, 729, 730, 731]) {
        const record = { altered: false, rabiesUntil: '2032-01-01', expires: addDays(on, -days) }
        expect(problems({ altered: false }, { on, record, settings }), `${days} days on ${on}`).toEqual([])
      }
  })

  test('[PT7] is late after the grace, and only then', () => {
    const lines = (expires: string) => assess({}, { record: { expires } }).fees.map(({ code }) => code)
    expect(lines('2026-10-24')).toEqual(['license-fee'])
    expect(lines('2026-10-23')).toEqual(['license-fee', 'late-fee'])
    const late = assess({}, { record: { expires: '2026-10-23' } })
    expect(totalOf(late)).toBe(4500)
    expect(codesOf(late, 'notice')).toEqual(['late'])
    expect(totalOf(assess({}, { record: { expires: '2026-10-23' }, settings: { graceDays: 60 } }))).toBe(2500)
  })

  test('[PT7] of no late fee nothing is said in a city that asks for none', () => {
    const late = assess({}, { record: { expires: '2026-10-23' }, settings: { lateFeeCents: 0 } })
    expect(late.fees.map(({ code }) => code)).toEqual(['license-fee'])
    expect(codesOf(late, 'notice')).toEqual([])
  })

  test('[PT8] gives a new tag whose number the clerk enters; the old number leads to it', () => {
    expect(assess().handover).toEqual({ kind: 'tag', number: 'entered', count: 1 })
    const issued = issue()
    expect(issued).toMatchObject({
      kind: 'tag',
      number: '30001',
      subject: '30001',
      validFrom: '2026-11-30',
      validUntil: '2027-11-30',
    })
    expect(changesByKey(issued.recordChanges)).toMatchObject({
      '30001': { pet: 'Biscuit', ownerName: 'Dana Whitfield', expires: '2027-11-30', status: 'active' },
      '20417': { status: 'replaced', replacedBy: '30001' },
    })
    expect(JSON.stringify(issued.data)).not.toMatch(/Dana|Palm|555/)
  })

  test('[PT8] who types the old number finds the dog', () => {
    const old = dog({ status: 'replaced', replacedBy: '30001' })
    const now = dog({ tag: '30001', pet: 'Biscuit II' })
    expect(recordLookups({ answers: renew, found: foundDogs(old) })).toHaveLength(2)
    expect(petTag.assess(inputOf(defaults, today, renew, foundDogs(old, now))).subject).toBe('Biscuit II')
    const circle = foundDogs(old, dog({ tag: '30001', status: 'replaced', replacedBy: '20417' }))
    expect(recordLookups({ answers: renew, found: circle })).toHaveLength(2)
    expect(codesOf(petTag.assess(inputOf(defaults, today, renew, circle)), 'clerk')).toContain('not-found')
  })

  test('[PT8] a number whose tag was replaced too often is for the clerk to look up', () => {
    const tags = Array.from({ length: 14 }, (_, at) => String(20417 + at))
    const dogs = tags.map((tag, at) => dog({ tag, status: 'replaced', replacedBy: tags[at + 1] ?? '' }))
    const found = foundDogs(...dogs)
    expect(recordLookups({ answers: renew, found })).toHaveLength(10)
    expect(codesOf(petTag.assess(inputOf(defaults, today, renew, found)), 'clerk')).toContain('not-found')
  })

  test('[PT9] a tag for life keeps its number, and asks for the microchip', () => {
    const world = { record: { lifetime: true } }
    expect(assess({}, world).handover).toEqual({ kind: 'tag', number: 'kept', count: 1 })
    const issued = issue({}, world, [])
    expect(issued.number).toBe('20417')
    expect(issued.recordChanges).toHaveLength(1)
    expect(changesByKey(issued.recordChanges)['20417']).toMatchObject({
      expires: '2027-11-30',
      status: 'active',
    })
    expect(assess({}, world).checklist.at(-1)).toMatchObject({ code: 'microchip', onFile: true })
    expect(assess({}, { record: { lifetime: true, microchip: '' } }).bring).toEqual([
      { code: 'microchip', icon: 'cpu' },
    ])
  })

  test('[PT10] what goes to the kiosk has the dog’s name and dates, and nothing else of the record', () => {
    const everything = JSON.stringify([
      assess(),
      assess({ altered: false }),
      assess({}, { record: { lifetime: true, expires: '2026-01-01', rabiesUntil: '2026-02-02' } }),
      petTag.assess(input({ purpose: 'replace', 'has-tag': true, tag: '20417', loss: 'lost' })),
      petTag.assess(input({ purpose: 'change', 'has-tag': true, tag: '20417', change: 'died' })),
    ])
    expect(everything).toContain('Biscuit')
    for (const secret of [
      biscuit.ownerName,
      'Whitfield',
      biscuit.phone,
      'Palm',
      biscuit.microchip,
      biscuit.breed,
    ])
      expect(everything).not.toContain(secret)
  })

  test('[PT10] leading zeros find the same dog', () => {
    expect(assess({ tag: '020417' }).subject).toBe('Biscuit')
  })

  test('[PT11] not found never turns anyone away', () => {
    const assessment = assess({ 'new-shot': true, 'shot-until': '2029-01-01' }, { record: null })
    expect(codesOf(assessment)).toEqual([])
    expect(codesOf(assessment, 'clerk')).toEqual(['not-found'])
    expect(assessment.problems[0]).toMatchObject({ values: { tag: '20417' }, instead: 'not-found-instead' })
    expect(assessment.bring.map(({ code }) => code)).toEqual([
      'rabies-certificate-in-case',
      'alteration-proof-in-case',
    ])
    expect(assessment.values).toMatchObject({ pet: { text: 'your-dog' } })
  })

  test('[PT11] who does not know the number gives name and phone', () => {
    const answers: Answers = {
      ...renew,
      'has-tag': false,
      'pet-name': 'Rex',
      name: 'Sam Hill',
      phone: '9515550100',
      'new-shot': true,
      'shot-until': '2029-01-01',
    }
    const { tag: _, ...withoutTag } = answers
    const assessment = petTag.assess(input(withoutTag, { record: null }))
    expect(codesOf(assessment, 'clerk')).toEqual(['look-up'])
    expect(blockerOf(assessment)).toBeNull()
    expect(assessment.subject).toBe('Rex')
    const issued = petTag.issue({ ...input(withoutTag, { record: null }), handedNumbers: ['30002'] })
    expect(changesByKey(issued.recordChanges)).toMatchObject({
      '30002': { pet: 'Rex', ownerName: 'Sam Hill', phone: '9515550100', expires: '2027-11-23' },
    })
  })

  test('[PT22] a tag that is not found is settled before approval, for a renewal too', () => {
    expect(blockerOf(assess({ 'new-shot': true, 'shot-until': '2029-01-01' }, { record: null }))).toBe(
      'not-found',
    )
  })

  test('[PT12] without a record and without a certificate nothing is licensed', () => {
    const unknown = assess({}, { record: null })
    expect(codesOf(unknown)).toEqual([])
    expect(blockerOf(assess({ 'has-tag': false }, { record: null }))).toBe('rabies-unknown')
    const replace = { purpose: 'replace', 'has-tag': true, tag: '20417', loss: 'lost' }
    expect(blockerOf(petTag.assess(input(replace, { record: null })))).toBe('not-found')
    expect(blockerOf(petTag.assess(input(replace)))).toBeNull()
  })

  test('[PT13] a closed record is for the clerk to open again', () => {
    for (const status of ['deceased', 'moved-away'] as const)
      expect(codesOf(assess({}, { record: { status } }), 'clerk')).toEqual(['record-closed'])
    expect(changesByKey(issue({}, { record: { status: 'moved-away' } }).recordChanges)['30001']?.status).toBe(
      'active',
    )
  })
})

describe('what is on file', () => {
  test('[PT21] the clerk sees owner, address, phone and dates of the record; without one there is nothing', () => {
    const seen = petTag.onFile?.(input(renew)) ?? []
    expect(seen.filter(({ shares }) => shares).map(({ value }) => value)).toEqual([
      'Dana Whitfield',
      '1248 Palm Ave Apt 4',
      '(951) 555-0142',
    ])
    expect(seen.map(({ label }) => label).filter((label) => !(label in petTag.texts))).toEqual([])
    expect(petTag.onFile?.(input(renew, { record: null }))).toEqual([])
  })

  test('[PT21] a record that is found by a search says so when its tag is worn no more, and its words are there', () => {
    const told = (changes: Partial<PetRecord>) =>
      (petTag.recordLines?.(writeRecord(dog(changes))) ?? []).map(({ label, value }) => [label, value])
    expect(told({})).toContainEqual(['file-owner', 'Dana Whitfield'])
    expect(told({}).map(([label]) => label)).not.toContain('file-closed')
    expect(told({ status: 'replaced', replacedBy: '30002' })).toContainEqual(['file-replaced', '30002'])
    for (const status of ['deceased', 'moved-away', 'canceled'] as const) {
      expect(told({ status })).toContainEqual(['file-closed', { text: `closed-${status}` }])
      expect(petTag.texts).toHaveProperty(`closed-${status}`)
    }
  })
})

describe('an assistance dog', () => {
  test('[PT14] needs a signed affidavit that names Penal Code 365.7; licensing is the same', () => {
    const assessment = assess({ assistance: true })
    const affidavit = assessment.checklist.filter(
      (paper) => !assess().checklist.some(({ code }) => code === paper.code),
    )
    expect(affidavit.map((paper) => word(petTag.texts, paper, 'en'))).toEqual([
      expect.stringContaining('signed here (Penal Code 365.7)'),
    ])
    expect(affidavit[0]?.onFile).toBe(false)
    expect(assessment.bring).toEqual(assess().bring)
    expect(assessment.fees).toEqual(assess().fees)
  })

  test('[PT24] the affidavit is a form that tells owner, dog, tag and law, with the English beside another language', () => {
    const formIn = (language: Language, answers: Answers, world: World = {}, paper = 'signed-form') =>
      petTag.form?.({ ...input({ ...renew, ...answers, assistance: true }, world), language, city, paper })
    const english = JSON.stringify(formIn('en', {}))
    for (const text of [
      'Dana Whitfield',
      '1248 Palm Ave Apt 4',
      'Biscuit',
      '20417',
      'Penal Code 365.7',
      'Penal Code 365.5',
      'misdemeanor',
      'penalty of perjury under the laws of the State of California',
      'Date and city',
    ])
      expect(english).toContain(text)
    const spanish = JSON.stringify(formIn('es', {}))
    expect(spanish).toContain('Código Penal 365.7')
    expect(spanish).toContain('Penal Code 365.7')
    const unknown = { 'has-tag': false, 'pet-name': 'Rex', name: 'Sam Hill', address: '900 Elm Ave' }
    expect(JSON.stringify(formIn('en', unknown, { record: null }))).toMatch(/Sam Hill.*900 Elm Ave.*Rex/)
    expect(formIn('en', {}, {}, 'microchip')).toBeNull()
  })

  test('[PT14] nothing that a fact tells of a renewal is its own: no declaration, no oath', () => {
    const { declaration, oath } = assess({ assistance: true })
    expect([declaration, oath]).toEqual([assess().declaration, assess().oath])
  })

  test('[PT14] no code, line, account or stored license tells of one', () => {
    expect(JSON.stringify([assess({ assistance: true }), issue({ assistance: true })])).not.toMatch(
      /assist|service dog/i,
    )
  })
})

describe('a tag that is replaced', () => {
  const replace: Answers = { purpose: 'replace', 'has-tag': true, tag: '20417', loss: 'lost' }

  test('[PT15] costs its fee, and a lost one asks for a signed statement', () => {
    const lost = petTag.assess(input(replace))
    expect(lost.fees).toEqual([{ code: 'replacement-fee', cents: 500, account: 'revenue:pet-tag' }])
    expect(lost).toMatchObject({
      declaration: 'declaration',
      handover: { number: 'entered', count: 1 },
      bring: [],
    })
    expect(
      JSON.stringify(petTag.declaration?.({ answers: replace, settings: defaults, language: 'en', city })),
    ).toContain('is lost')
    const damaged = petTag.assess(input({ ...replace, loss: 'damaged' }))
    expect(damaged).toMatchObject({ declaration: null, bring: [{ code: 'damaged-tag' }] })
    expect(petTag.assess(input(replace, { settings: { lostTagStatement: false } })).declaration).toBeNull()
  })

  test('[PT15] keeps the license’s end, also for a tag for life', () => {
    const issued = petTag.issue({
      ...input(replace, { record: { lifetime: true } }),
      handedNumbers: ['030009'],
    })
    expect(issued).toMatchObject({ number: '30009', validUntil: '2026-11-30' })
    expect(changesByKey(issued.recordChanges)).toMatchObject({
      '30009': { lifetime: true, expires: '2026-11-30' },
      '20417': { status: 'replaced', replacedBy: '30009' },
    })
  })

  test('[PT13] opens a closed record again', () => {
    for (const status of ['deceased', 'moved-away'] as const) {
      const issued = petTag.issue({ ...input(replace, { record: { status } }), handedNumbers: ['30009'] })
      expect(changesByKey(issued.recordChanges)['30009']?.status).toBe('active')
    }
  })

  test('[PT15] of an expired license is renewed instead', () => {
    expect(codesOf(petTag.assess(input(replace, { record: { expires: today } })))).toEqual([])
    expect(codesOf(petTag.assess(input(replace, { record: { expires: '2026-11-22' } })))).toEqual([
      'license-expired',
    ])
  })
})

describe('a change', () => {
  const change = (what: string, more: Answers = {}) => ({
    purpose: 'change',
    'has-tag': true,
    tag: '20417',
    change: what,
    ...more,
  })
  const recorded = (answers: Answers) =>
    changesByKey(petTag.issue({ ...input(answers), handedNumbers: [] }).recordChanges)['20417']

  test('[PT16] costs nothing, hands nothing over, and asks who tells it', () => {
    expect(petTag.assess(input(change('died')))).toMatchObject({
      fees: [],
      problems: [],
      handover: { kind: 'none', count: 0 },
      checklist: [{ code: 'owner-id', onFile: false }],
      declaration: null,
    })
  })

  test('[PT16] died and moved away close the record, a new address or owner is written into it', () => {
    expect(recorded(change('died'))).toMatchObject({ status: 'deceased', pet: 'Biscuit' })
    expect(recorded(change('moved-away'))).toMatchObject({ status: 'moved-away' })
    expect(recorded(change('new-address', { 'new-address': '900 Elm Ave' }))).toMatchObject({
      status: 'active',
      address: '900 Elm Ave',
      ownerName: 'Dana Whitfield',
    })
    const answers = change('new-owner', {
      'owner-name': 'Sam Hill',
      'owner-phone': '9515550111',
      'owner-address': '900 Elm Ave',
    })
    expect(recorded(answers)).toMatchObject({
      ownerName: 'Sam Hill',
      phone: '9515550111',
      address: '900 Elm Ave',
    })
  })

  test('[PT16] is confirmed on paper', () => {
    const issued = petTag.issue({ ...input(change('died')), handedNumbers: [] })
    expect(issued.kind).toBe('none')
    const issuance = anIssuance({ ...issued, number: '2026-0001' })
    for (const language of ['en', 'es'] as const) {
      const paper = petTag.permit?.({ answers: change('died'), settings: defaults, language, city, issuance })
      expect(JSON.stringify(paper)).toContain(language === 'en' ? 'sorry for your loss' : 'Lamentamos')
    }
  })
})

test('[PT17] the license slip says tag, dog and until when', () => {
  const issuance = anIssuance({ ...issue(), number: '30001' })
  const paper = JSON.stringify(
    petTag.permit?.({ answers: renew, settings: defaults, language: 'en', city, issuance }),
  )
  for (const text of ['Tag 30001', 'Biscuit', 'November 30, 2027']) expect(paper).toContain(text)
})

test('[P14] the license slip has the tag’s number for a scanner; a change of the record has none', () => {
  const codes = (issued: ReturnType<typeof issue>, answers: Answers) =>
    petTag
      .permit?.({
        answers,
        settings: defaults,
        language: 'en',
        city,
        issuance: anIssuance({ ...issued, number: '30001' }),
      })
      .slip.blocks.filter(({ type }) => type === 'barcode')
  expect(codes(issue(), renew)).toEqual([{ type: 'barcode', data: '30001' }])
  expect(codes({ ...issue(), kind: 'none' }, renew)).toEqual([])
})
