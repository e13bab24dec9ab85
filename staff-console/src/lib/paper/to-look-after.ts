import { isOpenVisit, type OfficeState, type Print, type PrintState } from '@lobbyline/server/contract'

const troubles: readonly PrintState[] = ['failed', 'stalled', 'unknown', 'expired']

export const isTroubled = ({ state }: Print): boolean => troubles.includes(state)

/** Paper that did not come out, or may not have. A ticket that is too late to print is still wanted while its visit goes on without it. */
export const toLookAfter = ({ prints, visits }: OfficeState): Print[] => {
  const all = Object.values(prints)
  const isWanted = (ticket: Print): boolean => {
    const visit = visits[ticket.of.visitId ?? '']
    const cameOut = all.some(
      (each) => each.originalId === ticket.originalId && (each.state === 'printed' || each.state === 'sent'),
    )
    return visit !== undefined && isOpenVisit(visit) && !cameOut
  }
  return all.filter(
    (print) => print.kind !== 'drawer' && isTroubled(print) && (print.state !== 'expired' || isWanted(print)),
  )
}
