import { parseCents, type Tender, type TenderKind } from '@lobbyline/server/contract'
import { holdsCardNumber } from '@lobbyline/server/contract/scans'

/** A tender as typed so far. Nothing is refused while someone types. */
export interface TenderDraft {
  kind: TenderKind
  amount: string
  checkNumber: string
  reference: string
  lastFour: string
}

export const emptyTender = (kind: TenderKind, amount = ''): TenderDraft => ({
  kind,
  amount,
  checkNumber: '',
  reference: '',
  lastFour: '',
})

export type Lack =
  'amount' | 'check-number' | 'reference' | 'last-four' | 'short' | 'over' | 'change-without-cash'

/** How the tenders stand against what is owed. `ready` holds exactly what the server takes. */
export interface Settlement {
  givenCents: number
  remainingCents: number
  changeCents: number
  lacks: readonly Lack[]
  ready: readonly Tender[] | null
}

const typedCents = (draft: TenderDraft): number => {
  const parsed = parseCents(draft.amount)
  return parsed.ok ? parsed.value : 0
}

/** What each tender comes to. The first check or card without an amount takes what is left. */
export const tenderCents = (owedCents: number, drafts: readonly TenderDraft[]): number[] => {
  const typed = drafts.map(typedCents)
  const left = owedCents - typed.reduce((sum, cents) => sum + cents, 0)
  const rest = drafts.findIndex((draft) => draft.kind !== 'cash' && draft.amount.trim() === '')
  return rest >= 0 ? typed.with(rest, Math.max(0, left)) : typed
}

const isEntered = (number: string): boolean => number.trim() !== '' && !holdsCardNumber(number)

/** What is left to give in cash, beside what is typed for checks and cards. */
export const cashOwedCents = (owedCents: number, drafts: readonly TenderDraft[]): number =>
  Math.max(
    0,
    drafts.reduce((left, draft) => left - (draft.kind === 'cash' ? 0 : typedCents(draft)), owedCents),
  )

/** What is missing of one tender itself. */
export const lacksOf = (draft: TenderDraft, cents: number): Lack[] => {
  const lacks: Lack[] = []
  if (cents <= 0) lacks.push('amount')
  if (draft.kind === 'check' && !isEntered(draft.checkNumber)) lacks.push('check-number')
  if (draft.kind === 'card' && !isEntered(draft.reference)) lacks.push('reference')
  if (draft.kind === 'card' && !/^\d{4}$/.test(draft.lastFour.trim())) lacks.push('last-four')
  return lacks
}

const tenderOf = (draft: TenderDraft, cents: number): Tender => {
  switch (draft.kind) {
    case 'cash':
      return { kind: 'cash', cents }
    case 'check':
      return { kind: 'check', cents, checkNumber: draft.checkNumber.trim() }
    case 'card':
      return { kind: 'card', cents, reference: draft.reference.trim(), lastFour: draft.lastFour.trim() }
  }
}

/** Change comes out of cash alone: checks and cards together never exceed what is owed. */
export const settle = (owedCents: number, drafts: readonly TenderDraft[]): Settlement => {
  if (owedCents === 0) return { givenCents: 0, remainingCents: 0, changeCents: 0, lacks: [], ready: [] }
  const cents = tenderCents(owedCents, drafts)
  const sum = (kinds: readonly TenderKind[]) =>
    drafts.reduce((total, draft, each) => total + (kinds.includes(draft.kind) ? (cents[each] ?? 0) : 0), 0)
  const cashCents = sum(['cash'])
  const otherCents = sum(['check', 'card'])
  const givenCents = cashCents + otherCents
  const lacks = drafts.flatMap((draft, each) => lacksOf(draft, cents[each] ?? 0))
  if (givenCents < owedCents) lacks.push('short')
  if (otherCents > owedCents) lacks.push('over')
  else if (givenCents - owedCents > 0 && givenCents - owedCents >= cashCents)
    lacks.push('change-without-cash')
  return {
    givenCents,
    remainingCents: Math.max(0, owedCents - givenCents),
    changeCents: otherCents > owedCents ? 0 : Math.max(0, givenCents - owedCents),
    lacks: [...new Set(lacks)],
    ready: lacks.length === 0 ? drafts.map((draft, each) => tenderOf(draft, cents[each] ?? 0)) : null,
  }
}
