import type { Assessment, Problem, Question } from '@lobbyline/server/contract'
import { inEachLanguage } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import {
  answersAsked,
  firstUnanswered,
  isComplete,
  notices,
  pageAfter,
  pageBefore,
  progress,
  stepsOf,
  turnAways,
} from './steps.ts'

const both = (text: string) => inEachLanguage(() => text)
const aQuestion = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  kind: { type: 'yes-no' },
  title: both(id),
  label: both(id),
  ...more,
})
const anAssessment = (more: Partial<Assessment> = {}): Assessment => ({
  problems: [],
  fees: [],
  bring: [],
  checklist: [],
  declaration: null,
  oath: false,
  claims: [],
  handover: { kind: 'none', number: 'assigned', count: 0 },
  ...more,
})
const aProblem = (more: Partial<Problem> = {}): Problem => ({ kind: 'turn-away', code: 'no', ...more })
const aFee = { code: 'fee', cents: 500, account: 'revenue:toy' }

const questions = [
  aQuestion('pet'),
  aQuestion('tag', { when: [{ question: 'pet', is: true }] }),
  aQuestion('name', { when: [{ question: 'tag', is: true }], optional: true }),
]
const told = (answers: Record<string, boolean>, assessment: Assessment | null = anAssessment()) => ({
  questions,
  answers,
  assessment,
})

describe('the answers that count', () => {
  it('leaves out what an earlier answer made needless, and all that hung on it', () => {
    expect(answersAsked(questions, { pet: true, tag: true, name: true })).toEqual({
      pet: true,
      tag: true,
      name: true,
    })
    expect(answersAsked(questions, { pet: false, tag: true, name: true })).toEqual({ pet: false })
  })
})

describe('the way', () => {
  it('asks one question after the other, as the answers call for them', () => {
    expect(pageAfter({ name: 'question', id: 'pet' }, told({ pet: true }), false)).toEqual({
      name: 'question',
      id: 'tag',
    })
    expect(pageAfter({ name: 'question', id: 'pet' }, told({ pet: false }), false)).toEqual({ name: 'check' })
  })

  it('tells the costs and the papers only where there are any', () => {
    const assessment = anAssessment({ fees: [aFee], bring: [{ code: 'id', icon: 'id-card' }] })
    expect(stepsOf(told({ pet: false }, assessment)).map(({ name }) => name)).toEqual([
      'question',
      'costs',
      'bring',
      'check',
    ])
    expect(stepsOf(told({ pet: false })).map(({ name }) => name)).toEqual(['question', 'check'])
  })

  it('goes on where nothing could be checked, and says so on the page of costs', () => {
    expect(pageAfter({ name: 'question', id: 'pet' }, told({ pet: false }, null), false)).toEqual({
      name: 'costs',
    })
  })

  it('tells at once that the counter could not help', () => {
    const assessment = anAssessment({ problems: [aProblem({ question: 'pet' })] })
    expect(pageAfter({ name: 'question', id: 'pet' }, told({ pet: true }, assessment), false)).toEqual({
      name: 'turn-away',
    })
  })

  it('does not turn away for an answer that was not given yet', () => {
    const assessment = anAssessment({ problems: [aProblem({ question: 'tag' })] })
    expect(turnAways(told({ pet: true }, assessment))).toEqual([])
    expect(turnAways(told({ pet: true, tag: false }, assessment))).toHaveLength(1)
  })

  it('leads straight back to the check when one line was changed, unless a new question came of it', () => {
    expect(pageAfter({ name: 'question', id: 'pet' }, told({ pet: false }), true)).toEqual({ name: 'check' })
    expect(pageAfter({ name: 'question', id: 'pet' }, told({ pet: true }), true)).toEqual({
      name: 'question',
      id: 'tag',
    })
  })

  it('goes back the way it came', () => {
    expect(pageBefore({ name: 'question', id: 'tag' }, told({ pet: true }), false)).toEqual({
      name: 'question',
      id: 'pet',
    })
    expect(pageBefore({ name: 'question', id: 'pet' }, told({}), false)).toEqual({ name: 'service' })
    expect(pageBefore({ name: 'service' }, told({}), false)).toEqual({ name: 'attract' })
    expect(pageBefore({ name: 'missing-papers' }, told({}), false)).toEqual({ name: 'bring' })
    expect(pageBefore({ name: 'question', id: 'tag' }, told({ pet: true }), true)).toEqual({ name: 'check' })
  })

  it('counts the steps', () => {
    expect(progress({ name: 'question', id: 'tag' }, told({ pet: true, tag: false }))).toEqual({
      step: 2,
      of: 3,
    })
    expect(progress({ name: 'turn-away' }, told({ pet: true }))).toBeNull()
  })

  it('never counts more steps than it said before, whatever is answered', () => {
    const ways = [
      [{}, { pet: true }, { pet: true, tag: true }, { pet: true, tag: true, name: true }],
      [{}, { pet: true }, { pet: true, tag: false }],
      [{}, { pet: false }],
    ]
    const fees = anAssessment({ fees: [aFee], bring: [{ code: 'id', icon: 'id-card' }] })
    for (const assessment of [null, anAssessment(), fees])
      for (const way of ways) {
        const counts = way.map((answers) => {
          const so = told(answers, assessment)
          return progress(stepsOf(so)[0] ?? { name: 'check' }, so)?.of ?? 0
        })
        expect(counts).toEqual(counts.toSorted((one, other) => other - one))
      }
    expect(progress({ name: 'question', id: 'pet' }, told({}))).toEqual({ step: 1, of: 6 })
  })
})

describe('how long it is', () => {
  const long = ['address', 'name', 'phone', 'date'].map((id) =>
    aQuestion(id, { when: [{ question: 'move', is: true }] }),
  )
  const move = { questions: [aQuestion('move'), ...long], assessment: null }

  it('is not said while an answer may lead far away or straight to the end', () => {
    expect(progress({ name: 'question', id: 'move' }, { ...move, answers: {} })).toEqual({
      step: 1,
      of: null,
    })
  })

  it('is said once that is answered', () => {
    const far = { ...move, answers: { move: true } }
    expect(progress({ name: 'question', id: 'address' }, far)).toEqual({ step: 2, of: 8 })
  })
})

describe('completeness', () => {
  it('waits for every answer but an optional one', () => {
    expect(firstUnanswered(told({ pet: true }))).toEqual({ name: 'question', id: 'tag' })
    expect(isComplete(told({ pet: true, tag: true }))).toBe(true)
    expect(isComplete(told({}))).toBe(false)
  })
})

it('says notices and what the clerk checks, and nothing that turns away', () => {
  const problems = [
    aProblem(),
    aProblem({ kind: 'notice', code: 'a' }),
    aProblem({ kind: 'clerk', code: 'b' }),
  ]
  expect(notices(anAssessment({ problems })).map(({ code }) => code)).toEqual(['a', 'b'])
  expect(notices(null)).toEqual([])
})
