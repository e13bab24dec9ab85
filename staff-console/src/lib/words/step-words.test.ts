import { inEachLanguage, type IntakeView, type ServiceDefinition } from '@lobbyline/server/contract'
import { expect, it } from 'vitest'
import { Catalog } from '../desk/catalog.ts'
import { emptyTender, settle } from '../money/settlement.ts'
import { stepWords } from './step-words.ts'

const sale = {
  id: 'sale',
  questions: [{ id: 'days', label: inEachLanguage(() => 'Days') }],
  texts: {},
} as unknown as ServiceDefinition

const catalog = new Catalog(
  {
    city: null,
    services: [sale],
    oath: { version: 1, swear: inEachLanguage(() => ''), affirm: inEachLanguage(() => '') },
    translators: inEachLanguage(() => null),
    streets: [],
  },
  [],
)
const around = { catalog, view: null, settlement: null, oathTakers: ['Ana'] }
const pay = { kind: 'take-payment', intakeIds: ['i1'], totalCents: 4000 } as const

it('says the amount that is taken and the change that goes back', () => {
  const with50 = { ...around, settlement: settle(4000, [emptyTender('cash', '50')]) }
  expect(stepWords(pay, around).title).toBe('Take $40.00')
  expect(stepWords(pay, with50)).toEqual({ lead: 'Change: $10.00', title: 'Take $50.00' })
  const with25 = { ...around, settlement: settle(4000, [emptyTender('cash', '25')]) }
  expect(stepWords(pay, with25)).toEqual({ lead: '$15.00 is still missing.', title: 'Take $40.00' })
  const byCard = { ...around, settlement: settle(4000, [emptyTender('card')]) }
  expect(stepWords(pay, byCard).lead).toBe('Enter the reference that the terminal shows.')
  const nothing = { ...around, settlement: settle(4000, [emptyTender('cash')]) }
  expect(stepWords(pay, nothing).lead).toBe('Enter the cash they give, or choose check or card.')
  expect(stepWords({ ...pay, totalCents: 0 }, around).title).toBe('Give a $0 receipt')
})

it('names what is handed over, one or several', () => {
  const hand = (kind: 'tag' | 'pass' | 'permit', count: number, number: 'entered' | 'kept' | 'assigned') =>
    stepWords({ kind: 'hand-over', intakeId: 'i1', handover: { kind, number, count } }, around).title
  expect(hand('tag', 1, 'entered')).toBe('Hand over the tag')
  expect(hand('tag', 2, 'entered')).toBe('Hand over the 2 tags')
  expect(hand('pass', 3, 'entered')).toBe('Hand over the 3 passes')
  expect(hand('permit', 1, 'assigned')).toBe('Hand over the permit')
  expect(hand('tag', 1, 'kept')).toBe('Renew the tag')
})

it('counts the answers that are open', () => {
  const ask = (open: number) => stepWords({ kind: 'ask-the-rest', intakeId: 'i1', open }, around).lead
  expect([ask(1), ask(3)]).toEqual(['One answer is still open.', '3 answers are still open.'])
})

it('names the answer that does not fit any more', () => {
  const view = { file: { service: 'sale', assessment: {} } } as IntakeView
  const mend = (question: string | null) =>
    stepWords({ kind: 'mend-answers', intakeId: 'i1', question }, { ...around, view }).lead
  expect(mend('days')).toBe('The answer to “Days” does not fit any more.')
  expect(mend(null)).toBe('The rules do not allow it with these answers.')
})

it('says of which day the till is that is to be counted', () => {
  expect(stepWords({ kind: 'count-till', businessDay: '2026-11-22' }, around)).toEqual({
    lead: 'Your till is of Nov 22. Count it, then open one for today.',
    title: 'Count my till',
  })
})

it('says who may administer the oath', () => {
  expect(stepWords({ kind: 'find-oath-taker', intakeId: 'i1' }, around).lead).toContain('Only Ana')
})
