import type { InformationReason, Intake } from '@lobbyline/server/contract'
import type { Catalog } from '../desk/catalog.ts'
import { words } from './words.ts'

/** Where an intake stands, with why where there is a why: "Denied: two sales a year are allowed here." */
export const intakeStanding = (
  { state, service, reason }: Pick<Intake, 'state' | 'service' | 'reason'>,
  catalog: Pick<Catalog, 'say'> | null,
): string => {
  const standing = words.intakeState[state]
  if (reason === null || reason === 'other') return standing
  const why =
    state === 'denied'
      ? catalog?.say(service, { code: reason })
      : words.informationReason[reason as InformationReason]
  return why ? `${standing}: ${why}` : standing
}
