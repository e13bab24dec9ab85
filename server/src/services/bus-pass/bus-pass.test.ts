import { describe, expect, test } from 'vitest'
import type { Answers } from '../../domain/question.ts'
import { word } from '../../domain/words/wording.ts'
import { anIssuance, city, codesOf, inputOf, totalOf } from '../../../test/service-inputs.ts'
import { busPass } from './index.ts'
import { defaults } from './settings.ts'
import type { BusPassSettings } from './settings.ts'

const monthly: Answers = { product: 'monthly', month: 'this', fare: 'regular', quantity: 1 }
const day: Answers = { product: 'day', fare: 'regular', quantity: 1 }

const assess = (answers: Answers, today = '2026-05-11', settings: BusPassSettings = defaults) =>
  busPass.assess(inputOf(settings, today, answers))

const issue = (answers: Answers, today: string, handedNumbers: string[]) =>
  busPass.issue({ ...inputOf(defaults, today, answers), handedNumbers })

describe('a bus pass', () => {
  test.each<[Answers, number]>([
    [day, 325],
    [{ ...day, fare: 'senior' }, 200],
    [{ ...day, fare: 'disabled', quantity: 3 }, 600],
    [monthly, 4000],
    [{ ...monthly, fare: 'youth', quantity: 2 }, 4000],
  ])('[BP1] %j costs %d cents', (answers, cents) => {
    expect(totalOf(assess(answers))).toBe(cents)
  })

  test('[BP1] each fare shows its price, and one without a price cannot be chosen', () => {
    expect(assess({ product: 'day' }).options?.['fare']).toMatchObject({
      regular: { cents: 325 },
      senior: { cents: 200 },
    })
    const settings = { ...defaults, fareCents: { ...defaults.fareCents, day: { regular: 325 } } }
    expect(assess({ product: 'day' }, '2026-05-11', settings).options?.['fare']).toHaveProperty(
      'senior.unavailable',
    )
    const refused = assess({ ...day, fare: 'senior' }, '2026-05-11', settings)
    expect(codesOf(refused)).toEqual(['fare-not-sold'])
    expect(refused.fees).toEqual([])
    expect(assess({ product: 'monthly' }).options?.['fare']).toMatchObject({ regular: {} })
  })

  test('[BP2] no line, account or stored pass tells the fare class', () => {
    for (const fare of ['senior', 'disabled', 'veteran', 'student', 'youth']) {
      const { fees } = assess({ ...monthly, fare })
      expect(JSON.stringify([fees, issue({ ...monthly, fare }, '2026-05-11', ['BT-1'])])).not.toContain(fare)
      expect(fees[0]).toMatchObject({ code: 'monthly-fee', account: 'revenue:bus-pass' })
    }
  })

  test('[BP3] next month’s pass is sold from its opening day', () => {
    const next = { ...monthly, month: 'next' }
    expect(codesOf(assess(next, '2026-05-19'))).toEqual(['sale-not-open'])
    expect(assess({}, '2026-05-19').options?.['month']).toMatchObject({
      next: { unavailable: { code: 'sale-opens', values: { day: { date: '2026-05-20' } } } },
    })
    expect(codesOf(assess(next, '2026-05-20'))).toEqual([])
    expect(assess({}, '2026-05-20').options?.['month']).toMatchObject({
      this: { hint: { values: { until: { date: '2026-05-31' } } } },
      next: { hint: { values: { until: { date: '2026-06-30' } } } },
    })
  })

  test('[BP3] an opening day that a month lacks is its last day', () => {
    const settings = { ...defaults, nextMonthSaleDay: 31 }
    const next = { ...monthly, month: 'next' }
    expect(codesOf(assess(next, '2027-02-27', settings))).toEqual(['sale-not-open'])
    expect(codesOf(assess(next, '2027-02-28', settings))).toEqual([])
  })

  test('[BP4] is good for its calendar month only, a day pass for its day', () => {
    expect(issue(monthly, '2026-05-11', ['BT-1'])).toMatchObject({
      validFrom: '2026-05-11',
      validUntil: '2026-05-31',
    })
    expect(issue({ ...monthly, month: 'next' }, '2026-12-31', ['BT-1'])).toMatchObject({
      validFrom: '2027-01-01',
      validUntil: '2027-01-31',
    })
    expect(issue(day, '2026-05-11', ['BT-1'])).toMatchObject({
      validFrom: '2026-05-11',
      validUntil: '2026-05-11',
    })
  })

  test('[BP4] near the end of a month that is said', () => {
    expect(codesOf(assess(monthly, '2026-05-24'), 'notice')).toEqual([])
    expect(codesOf(assess(monthly, '2026-05-25'), 'notice')).toEqual(['month-ends-soon'])
    expect(codesOf(assess(monthly, '2026-05-25'))).toEqual([])
  })

  test('[BP5] a reduced fare asks for the rider’s proof, the regular fare for nothing', () => {
    expect(assess(monthly)).toMatchObject({ bring: [], checklist: [] })
    expect(assess({ ...monthly, fare: 'disabled' })).toMatchObject({
      bring: [{ code: 'proof-disabled' }],
      checklist: [{ code: 'proof-disabled', onFile: false }],
    })
    expect(
      assess({ ...monthly, fare: 'youth' }, '2026-05-11', { ...defaults, proofClasses: [] }).bring,
    ).toEqual([])
  })

  test('[BP6] is free for a class in a dated period, by the first day it is good for', () => {
    const free = { ...monthly, fare: 'veteran' }
    expect(assess(free, '2027-06-30')).toMatchObject({ fees: [{ code: 'monthly-fee', cents: 0 }] })
    expect(codesOf(assess(free, '2027-06-01'), 'notice')).toEqual(['free-until'])
    expect(assess({ product: 'monthly', month: 'this' }, '2027-06-01').options?.['fare']).toMatchObject({
      veteran: { cents: 0 },
    })
    expect(totalOf(assess(free, '2027-07-01'))).toBe(2000)
    expect(totalOf(assess({ ...free, month: 'next' }, '2027-06-25'))).toBe(2000)
    expect(totalOf(assess(free, '2022-08-01'))).toBe(0)
    expect(totalOf(assess(free, '2022-07-31'))).toBe(2000)
    expect(totalOf(assess({ ...day, fare: 'veteran' }))).toBe(200)
  })

  test('[BP7] several are sold at once, up to the city’s limit', () => {
    expect(codesOf(assess({ ...monthly, quantity: 10 }))).toEqual([])
    expect(codesOf(assess({ ...monthly, quantity: 11 }))).toEqual(['too-many'])
  })

  test('[BP8] each card handed over is entered, and kept', () => {
    expect(assess({ ...monthly, quantity: 3 }).handover).toEqual({
      kind: 'pass',
      number: 'entered',
      count: 3,
    })
    const issued = issue({ ...monthly, quantity: 3 }, '2026-05-11', ['BT-1', 'BT-2', 'BT-3'])
    expect(issued).toMatchObject({ kind: 'pass', number: 'BT-1', data: { cards: ['BT-1', 'BT-2', 'BT-3'] } })
    const issuance = anIssuance({ ...issued, number: 'BT-1' })
    const paper = JSON.stringify(
      busPass.permit?.({ answers: {}, settings: defaults, language: 'es', city, issuance }),
    )
    for (const text of ['Pase mensual', '31 de mayo de 2026', 'BT-1', 'BT-2', 'BT-3'])
      expect(paper).toContain(text)
  })

  test('[BP8] the record of a card that a search finds says from and until when it is good', () => {
    const [, second] = issue({ ...monthly, quantity: 2 }, '2026-05-11', ['BT-1', 'BT-2']).recordChanges
    const lines = second && busPass.recordLines?.(second)
    expect(lines).toEqual([
      { label: 'pass-from', value: { date: '2026-05-11' } },
      { label: 'pass-until', value: { date: '2026-05-31' } },
    ])
    expect(Object.keys(busPass.texts)).toEqual(expect.arrayContaining(['pass-from', 'pass-until']))
    const canceled = { service: 'bus-pass', key: 'BT-2', data: { from: '', until: '', writtenBy: null } }
    expect(busPass.recordLines?.(canceled)).toEqual([])
  })

  test.each([
    [['BT-77', 'bt-77 '], 'number-in-use'],
    [['BT-77', 'ＢＴ-７７'], 'number-in-use'],
    [['BT-77', 'BT-77\u200b'], 'numbers-missing'],
    [['BT-77', 'B\u00adT-77'], 'numbers-missing'],
    [['BT-77', 'ВТ-77'], 'numbers-missing'],
    [['BT-77', 'BT-78'], null],
  ])('[BP8] one card is one card, whatever cannot be seen of its number: %j', (handedNumbers, refusal) => {
    const input = inputOf(defaults, '2026-05-11', { ...monthly, quantity: 2 })
    expect(busPass.refuseHanded?.({ ...input, handedNumbers })).toBe(refusal)
  })

  test.each([
    [day, 'en', 'Day pass until May 11, 2026: 1 at $3.25'],
    [{ ...monthly, month: 'next', quantity: 2 }, 'en', 'Monthly pass until June 30, 2026: 2 at $40.00'],
    [monthly, 'es', 'Pase mensual hasta el 31 de mayo de 2026: 1 a $40.00'],
    [monthly, 'zh-Hans', '月票，至2026年5月31日：1张，每张$40.00'],
    [monthly, 'tl', 'Pass na pambuwan hanggang Mayo 31, 2026: 1, tig-$40.00'],
    [monthly, 'vi', 'Vé tháng đến ngày 31 tháng 5, 2026: 1 vé, mỗi vé $40.00'],
  ] as const)('[BP10] %j is paid by a line that names its last day, in %s', (answers, language, line) => {
    const { fees } = assess(answers)
    expect(fees.map((fee) => word(busPass.texts, fee, language))).toEqual([line])
  })

  test('[BP9] asks for nobody’s name', () => {
    expect(busPass.questions.map(({ id }) => id)).toEqual(['product', 'month', 'fare', 'quantity'])
    expect(busPass.questions.some(({ shares }) => shares)).toBe(false)
  })
})
