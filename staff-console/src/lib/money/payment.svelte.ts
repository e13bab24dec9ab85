import { formatCents, type TenderKind } from '@lobbyline/server/contract'
import { quickNotes } from './quick-notes.ts'
import { cashOwedCents, emptyTender, settle, type Settlement, type TenderDraft } from './settlement.ts'

const typed = (cents: number): string => formatCents(cents, 'en').replace(/[$,]/g, '')

/** A payment while it is typed. It lives beside the screen, so that a lost connection loses nothing of it. */
export class Payment {
  tenders = $state<TenderDraft[]>([emptyTender('cash')])
  payer = $state<string | null>(null)
  /** it was to be taken while something was missing: each field says what, until another way to pay is chosen */
  tried = $state(false)

  settlement(owedCents: number): Settlement {
    return settle(owedCents, this.tenders)
  }

  /** What people likely give in cash; nothing where no cash is given. */
  notes(owedCents: number): number[] {
    return this.tenders.some(({ kind }) => kind === 'cash')
      ? quickNotes(cashOwedCents(owedCents, this.tenders))
      : []
  }

  /** Cash in the hand: a bill's button was pressed. */
  receive(cents: number): void {
    const cash = this.tenders.find((tender) => tender.kind === 'cash')
    if (cash) cash.amount = typed(cents)
    else this.tenders.push(emptyTender('cash', typed(cents)))
  }

  /** The last tender, or the one at `index`, becomes another kind. */
  choose(kind: TenderKind, index = this.tenders.length - 1): void {
    if (this.tenders[index]?.kind === kind) return
    this.tenders[index] = emptyTender(kind)
    this.tried = false
  }

  split(): void {
    this.tried = false
    this.tenders.push(emptyTender(this.tenders[0]?.kind === 'cash' ? 'card' : 'cash'))
  }

  drop(index: number): void {
    this.tenders.splice(index, 1)
  }
}
