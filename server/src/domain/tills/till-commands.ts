import type { CommandActor } from '../command.ts'
import { countPaper } from '../papers/count-paper.ts'
import type { Deciders } from '../decision.ts'
import { decided } from '../decision.ts'
import { takePayment } from './payment.ts'
import { isSupervisor } from '../permission.ts'
import { kickDrawer, printSlip, printerFor } from '../papers/printing.ts'
import type { RefusalCode } from '../refusal.ts'
import { ok, refuse } from '../result.ts'
import type { Result } from '../result.ts'
import { select } from '../select.ts'
import { actorId, ownWindow } from '../visits/standing.ts'
import type { OfficeState, Till } from '../state.ts'
import { openTillWhere } from './till.ts'
import { voidPayment } from './void-payment.ts'

/** A supervisor may open and count the drawer of a clerk who has gone. Refusals: `not-found`, `till-not-open`, `till-of-other-clerk`. */
const openTillOf = (state: OfficeState, tillId: string, actor: CommandActor): Result<Till, RefusalCode> => {
  const till = state.tills[tillId]
  if (!till) return refuse('not-found')
  if (till.state !== 'open') return refuse('till-not-open')
  return till.clerkId === actorId(actor) || isSupervisor(actor) ? ok(till) : refuse('till-of-other-clerk')
}

export const tillDeciders: Pick<
  Deciders,
  'open-till' | 'take-payment' | 'void-payment' | 'open-drawer' | 'close-till'
> = {
  'open-till': {
    decide(state, { windowId, floatCents }, { actor, newId }) {
      const window = ownWindow(state, windowId, actor)
      if (!window.ok) return window
      const clerkId = actorId(actor)
      const other = openTillWhere(state, (till) => till.clerkId === clerkId || till.windowId === windowId)
      if (other) return refuse('till-already-open')
      const tillId = newId('till')
      const { businessDay } = state
      const body = { tillId, clerkId, windowId, businessDay, floatCents }
      return decided([{ kind: 'till-opened', body }], { tillId })
    },
  },
  'take-payment': takePayment,
  'void-payment': voidPayment,
  'open-drawer': {
    decide(state, { tillId, reason }, context) {
      const till = openTillOf(state, tillId, context.actor)
      if (!till.ok) return till
      const drawer = kickDrawer(state, context, till.value, reason)
      return drawer.jobId === null ? refuse('printer-unknown') : decided(drawer.facts, {}, drawer.filings)
    },
  },
  'close-till': {
    lookups(state, { tillId }, { actor }) {
      const till = state.tills[tillId]
      const isOwn = till?.clerkId === actorId(actor)
      return till && !isOwn ? [{ kind: 'staff', staffId: till.clerkId }] : []
    },
    decide(state, { tillId, countedCents, reason: given }, context) {
      const open = openTillOf(state, tillId, context.actor)
      if (!open.ok) return open
      const till = open.value
      const { actor, found, now } = context
      const { expectedCents } = till
      const overShortCents = countedCents - expectedCents
      const reason = overShortCents === 0 ? null : given
      if (overShortCents !== 0 && reason === null) return refuse('reason-required', { overShortCents })
      const windowLabel = state.windows[till.windowId]?.label ?? ''
      const countedBy = actor.type === 'clerk' ? actor.name : ''
      const printerId = printerFor(state, actor, state.windows[till.windowId]?.printerId ?? null)
      const printed = printSlip(state, context, printerId, { tillId }, () =>
        countPaper({
          city: state.city,
          till,
          windowLabel,
          clerk: till.clerkId === actorId(actor) ? countedBy : (found.staffName(till.clerkId) ?? ''),
          countedBy,
          receipts: select(state.receipts, (receipt) => receipt.tillId === tillId),
          at: now,
          countedCents,
          overShortCents,
          reason,
        }),
      )
      return decided(
        [
          { kind: 'till-closed', body: { tillId, countedCents, expectedCents, overShortCents, reason } },
          ...printed.facts,
        ],
        { expectedCents, overShortCents, jobId: printed.jobId },
        printed.filings,
      )
    },
  },
}
