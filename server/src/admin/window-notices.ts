import type { ServiceId } from '../domain/service.ts'
import type { OfficeState, Window } from '../domain/state.ts'
import { openTillWhere } from '../domain/tills/till.ts'
import { visitAt } from '../domain/offices/window.ts'

export interface WindowChange {
  /** before the change */
  state: OfficeState
  before: Window
  after: Window
  services: ReadonlyMap<ServiceId, unknown>
  /** the name of who sits at the window, or null */
  clerk: string | null
}

const atWork = ({ clerk }: WindowChange): string | null =>
  clerk === null ? null : `${clerk} sits there now and goes on with whoever is in front: tell them.`

/** The wall keeps a call as it was made; a phone follows at once. */
const calledBefore = ({ state, before, after }: WindowChange): string | null => {
  const visit = visitAt(state, before.id)
  return visit?.state !== 'called' || before.label === after.label
    ? null
    : `${visit.number} has been called to window ${before.label}: the clerk should press "Call again", so that the screen on the wall says ${after.label}.`
}

/** Money lies in the drawer of the printer that was, and it is the other drawer that opens. */
const drawerElsewhere = ({ state, before, after }: WindowChange): string | null => {
  if (before.printerId === after.printerId) return null
  if (!openTillWhere(state, (till) => till.windowId === before.id)) return null
  return after.printerId === null
    ? 'A till is open there: without a printer its drawer does not open by itself any more.'
    : `A till is open there: from now on it is the drawer at printer ${after.printerId} that opens. If the money lies in another one, carry it over now.`
}

export const nobodyCalls = ({
  state,
  before,
  after,
  services,
}: Omit<WindowChange, 'clerk'>): string | null => {
  const windows = Object.values(state.windows)
  const others = windows.filter(({ id }) => id !== before.id)
  const calledFrom = (line: string, all: readonly Window[]): boolean =>
    all.some(({ lines }) => lines === null || lines.includes(line))
  const left = [...services.keys(), 'other'].filter(
    (line) => calledFrom(line, windows) && !calledFrom(line, [...others, after]),
  )
  return left.length === 0
    ? null
    : `No window calls from ${left.join(', ')} any more: who waits there is taken only when a clerk picks them.`
}

/** They belong to a window by its label, and only where the window's printer has the same agent. */
const scannerAndLight = ({ state, before, after }: WindowChange): string | null => {
  const agentOf = ({ printerId }: Window): string | null =>
    printerId === null ? null : (state.printers[printerId]?.deviceId ?? null)
  const agent = agentOf(after)
  if (before.label === after.label && agentOf(before) === agent) return null
  return agent === null
    ? 'Without a printer a scanner or light at this window is not used.'
    : `Where it has a scanner or light, the settings of ${agent} should say "window:${after.label}" for it.`
}

/** What people should know or do now that a window is another: the office takes a change at any time, also while somebody is served. */
export const windowNotices = (change: WindowChange): string[] =>
  [atWork, calledBefore, drawerElsewhere, nobodyCalls, scannerAndLight]
    .map((notice) => notice(change))
    .filter((notice) => notice !== null)
