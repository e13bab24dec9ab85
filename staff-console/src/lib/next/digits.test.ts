import type { IntakeView } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import { anIntake } from '../testing/builders.ts'
import { digitsFor } from './digits.ts'

const viewOfRev = (rev: number) => ({ file: { rev } }) as IntakeView
const lookUp = { kind: 'look-up', intakeId: 'i1' } as const

describe('the digits', () => {
  it('are the papers of the checklist that is on the screen, also when something else comes first', () => {
    const papers = { are: 'papers', intakeId: 'i1', rev: 2 }
    const intake = anIntake({ rev: 2 })
    expect(digitsFor({ kind: 'check-paper', intakeId: 'i1', item: 0 }, intake, viewOfRev(2))).toEqual(papers)
    expect(digitsFor({ kind: 'mend-answers', intakeId: 'i1', question: null }, intake, viewOfRev(2))).toEqual(
      papers,
    )
  })

  it('are no papers of a checklist that is not here yet, nor of one that is settled', () => {
    expect(digitsFor(lookUp, anIntake({ rev: 2 }), viewOfRev(1))).toBeNull()
    expect(digitsFor(lookUp, anIntake(), null)).toBeNull()
    expect(
      digitsFor({ kind: 'finish', visitId: 'v1' }, anIntake({ state: 'issued' }), viewOfRev(1)),
    ).toBeNull()
    expect(digitsFor({ kind: 'nobody' }, null, null)).toBeNull()
  })

  it('are bank notes at a payment and the two manners at an oath', () => {
    expect(
      digitsFor({ kind: 'take-payment', intakeIds: ['i1'], totalCents: 1500 }, anIntake(), viewOfRev(1)),
    ).toEqual({
      are: 'notes',
      totalCents: 1500,
    })
    expect(digitsFor({ kind: 'administer-oath', intakeId: 'i1' }, anIntake(), viewOfRev(1))).toEqual({
      are: 'manners',
      intakeId: 'i1',
    })
  })
})
