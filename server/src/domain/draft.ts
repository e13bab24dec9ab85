import type { OfficeState, Visit } from './state.ts'
import { tallyChange, tallyCopy } from './visits/visit-tally.ts'

export type MapName = 'visits' | 'intakes' | 'windows' | 'tills' | 'receipts' | 'printers' | 'prints'
type Fields = Omit<OfficeState, MapName>

/** An object without a prototype starts as a hash table: with a thousand ids it is copied in a tenth of what a spread takes. */
const copyOf = <Entries extends object>(map: Entries, passes?: (value: unknown) => boolean): Entries => {
  const copy = Object.create(null) as Entries
  for (const id in map) if (!passes || passes(map[id])) copy[id] = map[id]
  return copy
}

/**
 * A state being written. The state it starts from is never touched: a map is copied when it is first written, and no more
 * after that, so that the thousandth fact costs what the first one did. `rollback` goes back to the last `keep`.
 * `state` is one object for the life of the draft: whoever keeps it sees it move.
 */
export class Draft {
  readonly state: OfficeState
  readonly #owned = new Set<MapName>()
  readonly #touched = new Map<MapName, Set<string>>()
  #undo: (() => void)[] = []

  constructor(state: OfficeState) {
    this.state = { ...state }
  }

  /** Ids that were put or dropped, by map, so that nobody compares a whole day to find them; what was rolled back is among them. */
  get touched(): ReadonlyMap<MapName, ReadonlySet<string>> {
    return this.#touched
  }

  put<Name extends MapName>(name: Name, id: string, value: OfficeState[Name][string]): void {
    const map = this.#own(name) as Record<string, OfficeState[Name][string]>
    const before = map[id]
    map[id] = value
    this.#touch(name, id)
    this.#tally(name, before, value)
    this.#undo.push(() => {
      if (before === undefined) delete map[id]
      else map[id] = before
      this.#tally(name, value, before)
    })
  }

  /** Changes an entry; an id that is not here is left alone, since not every room sees every fact. */
  change<Name extends MapName>(name: Name, id: string, changes: Partial<OfficeState[Name][string]>): void {
    const before = this.state[name][id]
    if (before) this.put(name, id, { ...before, ...changes } as OfficeState[Name][string])
  }

  set(changes: Partial<Fields>): void {
    const before: Record<string, unknown> = {}
    for (const field in changes) before[field] = this.state[field as keyof Fields]
    Object.assign(this.state, changes)
    this.#undo.push(() => Object.assign(this.state, before))
  }

  /** Drops the entries that do not pass. */
  retain<Name extends MapName>(name: Name, passes: (value: OfficeState[Name][string]) => boolean): void {
    const before = this.state[name]
    const kept = copyOf(before, passes as (value: unknown) => boolean)
    for (const id in before) if (!kept[id]) this.#touch(name, id)
    const owned = this.#owned.has(name)
    this.state[name] = kept
    this.#owned.add(name)
    this.#undo.push(() => {
      this.state[name] = before
      if (!owned) this.#owned.delete(name)
    })
  }

  keep(): void {
    this.#undo = []
  }

  rollback(): void {
    for (const undo of this.#undo.reverse()) undo()
    this.#undo = []
  }

  #touch(name: MapName, id: string): void {
    const ids = this.#touched.get(name) ?? new Set<string>()
    this.#touched.set(name, ids.add(id))
  }

  #own<Name extends MapName>(name: Name): OfficeState[Name] {
    if (!this.#owned.has(name)) {
      const { visits } = this.state
      this.state[name] = copyOf(this.state[name])
      this.#owned.add(name)
      if (name === 'visits') tallyCopy(visits, this.state.visits)
    }
    return this.state[name]
  }

  #tally(name: MapName, before: unknown, after: unknown): void {
    if (name === 'visits')
      tallyChange(this.state.visits, before as Visit | undefined, after as Visit | undefined)
  }
}
