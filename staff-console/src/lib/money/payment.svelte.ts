import { formatCents, type TenderKind } from '@lobbyline/server/contract'
import { emptyTender, settle, type Settlement, type TenderDraft } from './settlement.ts'

const typed = (cents: number): string => formatCents(cents, 'en').replace(/[$,]/g, '')

/** A payment while it is typed. It lives beside the screen, so that a lost connection loses nothing of it. */
export class Payment {
  tenders = $state<TenderDraft[]>([emptyTender('cash')])
  payer = $state<string | null>(null)

  settlement(owedCents: number): Settlement {
    return settle(owedCents, this.tenders)
  }

  /** Cash in the hand: a bill's button was pressed. */
  receive(cents: number): void {
    const cash = this.tenders.find((tender) => tender.kind === 'cash')
    if (cash) cash.amount = typed(cents)
    else this.tenders.push(emptyTender('cash', typed(cents)))
  }

  /** The last tender becomes another kind; a check or a card starts with what is left to pay. */
  choose(kind: TenderKind, owedCents: number, index = this.tenders.length - 1): void {
    const others = this.tenders.filter((_, each) => each !== index)
    const left = Math.max(0, owedCents - settle(owedCents, others).givenCents)
    this.tenders[index] = emptyTender(kind, kind === 'cash' ? '' : typed(left))
  }

  split(owedCents: number): void {
    this.tenders.push(emptyTender('cash'))
    if (this.tenders[0]?.kind === 'cash') this.choose('card', owedCents)
  }

  drop(index: number): void {
    this.tenders.splice(index, 1)
  }
}
