import { expect, it } from 'vitest'
import { anIntake } from '../testing/builders.ts'
import { stepsAhead } from './steps-ahead.ts'

const short = (intake: ReturnType<typeof anIntake> | null, step: Parameters<typeof stepsAhead>[1]) =>
  stepsAhead(intake, step).map(({ kind, state }) => `${kind} ${state}`)

it('shows what is done, what is now and what comes', () => {
  const intake = anIntake({ marks: ['on-file', null], needsDeclaration: true })
  expect(short(intake, { kind: 'check-paper', intakeId: 'i1', item: 1 })).toEqual([
    'paper done',
    'paper now',
    'declaration ahead',
    'approve ahead',
    'pay ahead',
    'hand-over ahead',
    'finish ahead',
  ])
})

it('has one line at most that is now, and all done but the end when issued', () => {
  const issued = anIntake({ state: 'issued', marks: ['seen'] })
  expect(short(issued, { kind: 'finish', visitId: 'v1' })).toEqual([
    'paper done',
    'approve done',
    'pay done',
    'hand-over done',
    'finish now',
  ])
  expect(short(null, { kind: 'finish', visitId: 'v1' })).toEqual(['finish now'])
})
