import type { LineId, OfficeState, Visit } from '../state.ts'
import type { CivilDate } from '../time.ts'

type Visits = OfficeState['visits']

interface WaitingPlace {
  line: LineId
  windowId: string | null
  count: number
}

interface Tally {
  waiting: Map<string, WaitingPlace>
  day: CivilDate
  /** numbers that visits of earlier days still carry */
  carried: ReadonlySet<string>
}

/** Each ticket asks for these of a whole day's visits, so they are counted along rather than anew. */
const tallies = new WeakMap<Visits, Tally>()

const move = (
  { waiting, day }: Pick<Tally, 'waiting' | 'day'>,
  visit: Visit | undefined,
  by: 1 | -1,
): void => {
  if (visit?.state !== 'waiting' || visit.businessDay !== day) return
  const { line, windowId } = visit
  const key = JSON.stringify([line, windowId])
  waiting.set(key, { line, windowId, count: (waiting.get(key)?.count ?? 0) + by })
}

const count = (visits: Visits, day: CivilDate): Tally => {
  const carried = new Set<string>()
  const waiting: Tally['waiting'] = new Map()
  for (const id in visits) {
    const visit = visits[id]
    move({ waiting, day }, visit, 1)
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

/** How many of today wait at each place. */
export const waitingPlaces = (state: OfficeState): readonly WaitingPlace[] => [
  ...tallyOf(state).waiting.values(),
]

export const carriedNumbers = (state: OfficeState): ReadonlySet<string> => tallyOf(state).carried

/** `visits` had `before` where it has `after` now. A visit never changes its number or its day. */
export const tallyChange = (visits: Visits, before: Visit | undefined, after: Visit | undefined): void => {
  const tally = tallies.get(visits)
  if (!tally) return
  move(tally, before, -1)
  move(tally, after, 1)
}

/** The copy holds what the original does. */
export const tallyCopy = (original: Visits, copy: Visits): void => {
  const tally = tallies.get(original)
  if (tally) tallies.set(copy, { ...tally, waiting: new Map(tally.waiting) })
}
