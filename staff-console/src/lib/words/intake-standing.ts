import type { InformationReason, Intake, IntakeView } from '@lobbyline/server/contract'
import type { Catalog } from '../desk/catalog.ts'
import { words } from './words.ts'

/** Where an intake stands, with why where there is a why: "Denied: two sales a year are allowed here." */
export const intakeStanding = (
  { state, reason }: Pick<Intake, 'state' | 'reason'>,
  catalog: Pick<Catalog, 'denial'> | null,
  view: IntakeView | null,
): string => {
  const standing = words.intakeState[state]
  if (reason === null || reason === 'other') return standing
  const why =
    state === 'denied'
      ? view && catalog?.denial(view, reason)
      : words.informationReason[reason as InformationReason]
  return why ? `${standing}: ${why}` : standing
}
