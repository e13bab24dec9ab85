import type { Command } from './command.ts'
import { isUnderWay, overdueAt } from './papers/print.ts'
import { select } from './select.ts'
import type { OfficeState } from './state.ts'
import type { Instant } from './time.ts'

/** A command that the system gives when it is due. The key makes it happen once, whichever node fires. */
export interface Timer {
  key: string
  due: Instant
  command: Command
}

export const timers = (state: OfficeState): Timer[] => {
  const all: Timer[] = []
  for (const { id, state: at, due } of select(state.visits, (visit) => visit.due !== null)) {
    if (due === null) continue
    const key = `${id}:${due}`
    const body = { visitId: id }
    if (at === 'called') all.push({ key, due, command: { kind: 'mark-no-show', body } })
    if (at === 'on-hold') all.push({ key, due, command: { kind: 'remind-hold', body } })
  }
  for (const print of select(state.prints, isUnderWay)) {
    const due = overdueAt(print)
    // One that stalled had begun: perhaps it is out.
    const outcome = print.state === 'queued' ? 'expired' : 'unknown'
    const body = { jobId: print.id, outcome } as const
    all.push({ key: `${print.id}:${due}`, due, command: { kind: 'report-print', body } })
  }
  return all
}
