import type { OfficeState, Visit } from '../state.ts'
import type { CivilDate } from '../time.ts'

type Visits = OfficeState['visits']

interface Tally {
  waiting: number
  day: CivilDate
  /** numbers that visits of earlier days still carry */
  carried: ReadonlySet<string>
}

/** Each ticket asks for these of a whole day's visits, so they are counted along rather than anew. */
const tallies = new WeakMap<Visits, Tally>()

const count = (visits: Visits, day: CivilDate): Tally => {
  const carried = new Set<string>()
  let waiting = 0
  for (const id in visits) {
    const visit = visits[id]
    if (visit?.state === 'waiting') waiting += 1
    if (visit && visit.businessDay !== day) carried.add(visit.number)
  }
  return { waiting, day, carried }
}

const tallyOf = ({ visits, businessDay }: OfficeState): Tally => {
  const known = tallies.get(visits)
  if (known?.day === businessDay) return known
  const tally = count(visits, businessDay)
  tallies.set(visits, tally)
  return tally
}

export const waitingCount = (state: OfficeState): number => tallyOf(state).waiting

export const carriedNumbers = (state: OfficeState): ReadonlySet<string> => tallyOf(state).carried

const isWaiting = (visit: Visit | undefined): number => (visit?.state === 'waiting' ? 1 : 0)

/** `visits` had `before` where it has `after` now. A visit never changes its number or its day. */
export const tallyChange = (visits: Visits, before: Visit | undefined, after: Visit | undefined): void => {
  const tally = tallies.get(visits)
  if (!tally) return
  tally.waiting += isWaiting(after) - isWaiting(before)
}

/** The copy holds what the original does. */
export const tallyCopy = (original: Visits, copy: Visits): void => {
  const tally = tallies.get(original)
  if (tally) tallies.set(copy, { ...tally })
}
