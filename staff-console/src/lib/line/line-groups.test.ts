import { describe, expect, it } from 'vitest'
import { anOffice, aVisit, morning } from '../testing/builders.ts'
import { lineGroups } from './line-groups.ts'

const ids = (visits: { id: string }[]) => visits.map((visit) => visit.id)

describe('the line as one window sees it', () => {
  it('puts every open visit into exactly one group', () => {
    const state = anOffice({
      visits: [
        aVisit({ id: 'mine', state: 'serving', windowId: 'w3' }),
        aVisit({ id: 'theirs', state: 'called', windowId: 'w1' }),
        aVisit({ id: 'second', placeAt: morning + 2 }),
        aVisit({ id: 'first', placeAt: morning + 1 }),
        aVisit({ id: 'held', state: 'on-hold' }),
        aVisit({ id: 'gone', state: 'no-show' }),
        aVisit({ id: 'left-open', state: 'on-hold', businessDay: '2026-11-22' }),
        aVisit({ id: 'done', state: 'completed' }),
        aVisit({ id: 'missed-yesterday', state: 'no-show', businessDay: '2026-11-22' }),
      ],
    })
    const groups = lineGroups(state, 'w3', '2026-11-23')
    expect(ids(groups.mine)).toEqual(['mine'])
    expect(ids(groups.elsewhere)).toEqual(['theirs'])
    expect(ids(groups.waiting)).toEqual(['first', 'second'])
    expect(ids(groups.onHold)).toEqual(['held'])
    expect(ids(groups.noShow)).toEqual(['gone'])
    expect(ids(groups.earlier)).toEqual(['left-open', 'missed-yesterday'])
  })

  it('has no day but the one on the wall, before the office has begun it too', () => {
    const groups = lineGroups(anOffice({ visits: [aVisit({ id: 'left' })] }), 'w3', '2026-11-24')
    expect(ids(groups.waiting)).toEqual([])
    expect(ids(groups.earlier)).toEqual(['left'])
  })
})
