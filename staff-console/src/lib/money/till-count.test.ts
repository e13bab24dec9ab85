import { expect, it } from 'vitest'
import { anOffice, aReceipt } from '../testing/builders.ts'
import { takenByKind } from './till-count.ts'

it('adds what this till kept, by kind, without voided receipts and other tills', () => {
  const state = anOffice({
    receipts: [
      aReceipt({
        id: 'a',
        tenders: [
          { kind: 'cash', cents: 500 },
          { kind: 'card', cents: 700 },
        ],
      }),
      aReceipt({ id: 'b', tenders: [{ kind: 'check', cents: 4000 }] }),
      aReceipt({ id: 'c', voidedAt: 1 }),
      aReceipt({ id: 'd', tillId: 'other' }),
    ],
  })
  expect(takenByKind(state, 't1')).toEqual({ cash: 500, check: 4000, card: 700 })
})
