import type { FactBody } from '../fact.ts'
import type { TenderKind } from '../state.ts'

/** One side of an entry in the city's books; exactly one of the two amounts is not zero. */
export interface LedgerLine {
  account: string
  debitCents: number
  creditCents: number
}

export const drawerAccount = 'cash:drawer'
export const vaultAccount = 'cash:vault'
export const overShortAccount = 'over-short'

export const tenderAccount: Record<TenderKind, string> = {
  cash: drawerAccount,
  check: 'checks:on-hand',
  card: 'cards:receivable',
}

/** Into the account when positive, out of it when negative, nothing when zero. */
const move = (account: string, cents: number): LedgerLine[] =>
  cents === 0 ? [] : [{ account, debitCents: Math.max(cents, 0), creditCents: Math.max(-cents, 0) }]

interface Paid {
  tenders: readonly { kind: TenderKind; cents: number }[]
  revenue: readonly { account: string; cents: number }[]
}

const sale = ({ tenders, revenue }: Paid, sign: 1 | -1): LedgerLine[] => [
  ...tenders.flatMap(({ kind, cents }) => move(tenderAccount[kind], sign * cents)),
  ...revenue.flatMap(({ account, cents }) => move(account, -sign * cents)),
]

/**
 * What a fact writes into the books: double entry in cents, debits equal to credits. A float comes from the vault; on closing
 * what was counted goes back, and what is over or short has an account of its own.
 */
export const ledgerLines = (fact: FactBody): LedgerLine[] => {
  if (fact.kind === 'payment-taken') return sale(fact.body, 1)
  if (fact.kind === 'payment-voided') return sale(fact.body, -1)
  if (fact.kind === 'till-opened') {
    const { floatCents } = fact.body
    return [...move(drawerAccount, floatCents), ...move(vaultAccount, -floatCents)]
  }
  if (fact.kind === 'till-closed') {
    const { expectedCents, countedCents, overShortCents } = fact.body
    return [
      ...move(vaultAccount, countedCents),
      ...move(overShortAccount, -overShortCents),
      ...move(drawerAccount, -expectedCents),
    ]
  }
  return []
}
