import {
  byPlace,
  isAtWindow,
  isOpenVisit,
  type CivilDate,
  type OfficeState,
  type Visit,
} from '@lobbyline/server/contract'

/** The line as a clerk at one window sees it. */
export interface LineGroups {
  mine: Visit[]
  waiting: Visit[]
  elsewhere: Visit[]
  onHold: Visit[]
  noShow: Visit[]
  /** from an earlier business day, still open or missed with a form undecided: to be settled, never silently closed */
  earlier: Visit[]
}

export const lineGroups = (state: OfficeState, windowId: string | null, today: CivilDate): LineGroups => {
  const groups: LineGroups = { mine: [], waiting: [], elsewhere: [], onHold: [], noShow: [], earlier: [] }
  for (const visit of Object.values(state.visits).sort(byPlace)) {
    const isEarlier = visit.businessDay < today
    if (isAtWindow(visit)) (visit.windowId === windowId ? groups.mine : groups.elsewhere).push(visit)
    else if (isEarlier && (isOpenVisit(visit) || visit.state === 'no-show')) groups.earlier.push(visit)
    else if (visit.state === 'waiting') groups.waiting.push(visit)
    else if (visit.state === 'on-hold') groups.onHold.push(visit)
    else if (visit.state === 'no-show') groups.noShow.push(visit)
  }
  return groups
}
