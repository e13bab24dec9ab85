import { expect, test } from 'vitest'
import { anIntake, anOffice, aReceipt, aTill } from '../testing/builders.ts'
import { receiptStanding } from './receipt-standing.ts'

const paid = { receipts: [aReceipt()], intakes: [anIntake({ state: 'paid', receiptId: 'r1' })] }

test('a receipt of an open till can be voided until something is handed over for it', () => {
  expect(receiptStanding(anOffice(paid), aReceipt())).toBe('voidable')
  const issued = anOffice({ ...paid, intakes: [anIntake({ state: 'issued', receiptId: 'r1' })] })
  expect(receiptStanding(issued, aReceipt())).toBe('handed-over')
  const closed = anOffice({ ...paid, tills: [aTill({ state: 'closed' })] })
  expect(receiptStanding(closed, aReceipt())).toBe('till-closed')
  expect(receiptStanding(anOffice(paid), aReceipt({ voidedAt: 1 }))).toBe('voided')
})
