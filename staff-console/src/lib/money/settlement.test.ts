import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cashOwedCents, emptyTender, settle, type TenderDraft } from './settlement.ts'

const cash = (amount: string) => emptyTender('cash', amount)
const check = (amount: string, checkNumber = '118') => ({ ...emptyTender('check', amount), checkNumber })
const card = (amount: string): TenderDraft => ({
  ...emptyTender('card', amount),
  reference: 'T-77',
  lastFour: '4242',
})

describe('settling what is owed', () => {
  it('gives change out of cash', () => {
    const settled = settle(4000, [cash('50')])
    expect(settled).toMatchObject({ changeCents: 1000, remainingCents: 0, lacks: [] })
    expect(settled.ready).toEqual([{ kind: 'cash', cents: 5000 }])
  })

  it('splits exactly over tenders and tells what remains', () => {
    expect(settle(4500, [check('25')])).toMatchObject({ remainingCents: 2000, lacks: ['short'], ready: null })
    expect(settle(4500, [check('25'), card('20.00')]).ready).toEqual([
      { kind: 'check', cents: 2500, checkNumber: '118' },
      { kind: 'card', cents: 2000, reference: 'T-77', lastFour: '4242' },
    ])
  })

  it('takes no more by check or card than is owed, since there is no change for them', () => {
    expect(settle(4000, [card('41')])).toMatchObject({ lacks: ['over'], changeCents: 0, ready: null })
    expect(settle(4000, [card('40'), cash('5')])).toMatchObject({
      lacks: ['change-without-cash'],
      ready: null,
    })
  })

  it('lets a check or a card without an amount take what is left', () => {
    expect(settle(4000, [cash('15'), card('')]).ready).toEqual([
      { kind: 'cash', cents: 1500 },
      { kind: 'card', cents: 2500, reference: 'T-77', lastFour: '4242' },
    ])
    expect(settle(4000, [cash('40'), card('')]).lacks).toEqual(['amount'])
    expect(settle(4000, [check(''), card('')]).lacks).toEqual(['amount'])
  })

  it('takes no number of a card for a reference or a check', () => {
    const number = '4111 1111 1111 1111'
    expect(settle(4000, [{ ...card('40'), reference: number }])).toMatchObject({
      lacks: ['reference'],
      ready: null,
    })
    expect(settle(4000, [check('40', number)])).toMatchObject({ lacks: ['check-number'], ready: null })
  })

  it('leaves to cash what a check or a card does not take', () => {
    expect(cashOwedCents(1150, [check('10'), cash('')])).toBe(150)
    expect(cashOwedCents(1150, [cash('20'), card('')])).toBe(1150)
    expect(cashOwedCents(1150, [card('12'), cash('')])).toBe(0)
  })

  it('names what a check or a card still lacks', () => {
    expect(settle(4000, [check('40', ' ')]).lacks).toEqual(['check-number'])
    expect(settle(4000, [{ ...card('40'), reference: '', lastFour: '42' }]).lacks).toEqual([
      'reference',
      'last-four',
    ])
    expect(settle(4000, [cash('forty')]).lacks).toEqual(['amount', 'short'])
  })

  it('asks for no tender when nothing is owed', () => {
    expect(settle(0, [cash('')]).ready).toEqual([])
  })

  it('is ready only when tenders less change are exactly what is owed', () => {
    const amount = fc.integer({ min: 0, max: 20_000 }).map((cents) => (cents / 100).toFixed(2))
    const draft = fc.tuple(fc.constantFrom(cash, check, card), amount).map(([make, typed]) => make(typed))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.array(draft, { maxLength: 4 }), (owed, drafts) => {
        const { ready, givenCents, changeCents } = settle(owed, drafts)
        if (ready) expect(givenCents - changeCents).toBe(owed)
      }),
    )
  })
})
