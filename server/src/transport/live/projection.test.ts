import { describe, expect, it } from 'vitest'
import { admin, aFairDraft, agent, ana, anOffice, kiosk } from '../../../test/builders.ts'
import type { Audience } from '../../contract/live.ts'
import { fold } from '../../domain/evolve.ts'
import type { Fact } from '../../domain/fact.ts'
import type { OfficeState } from '../../domain/state.ts'
import { projectFacts, projectState, type Room } from './projection.ts'

const room = (audience: Audience, deviceId: string | null, printerId: string | null = null): Room => ({
  audience,
  officeId: 'city-hall',
  deviceId,
  printerId,
})

const rooms = [
  room('console', null),
  room('kiosk', 'kiosk', 'lobby'),
  room('display', 'display'),
  room('agent', 'agent'),
  room('agent', 'another-agent'),
]

interface Step {
  before: OfficeState
  facts: readonly Fact[]
  after: OfficeState
}

/** A morning in which something of everything happens, command by command. */
const aMorning = (): Step[] => {
  const { office, windowIds } = anOffice()
  const steps: Step[] = []
  const step = (work: () => void): void => {
    const [before, from] = [structuredClone(office.state), office.facts.length]
    work()
    steps.push({ before, facts: office.facts.slice(from), after: structuredClone(office.state) })
  }
  const [windowId] = windowIds
  const draft = (line: string) => ({
    channel: 'kiosk' as const,
    language: 'es' as const,
    line,
    intakes: line === 'fair' ? [aFairDraft()] : [],
    printerId: null,
  })
  let visitId = ''
  let jobId = ''
  step(() =>
    office.must(admin, 'change-service-settings', {
      service: 'fair',
      from: '2026-11-24',
      values: { feeCents: 1600 },
    }),
  )
  step(() => office.must(agent, 'report-printer', { printerId: 'lobby', condition: 'ready' }))
  step(() => {
    const taken = office.must(kiosk, 'take-ticket', draft('fair'))
    visitId = taken.visitId
    jobId = taken.jobId ?? ''
  })
  step(() => office.must(ana, 'take-ticket', { ...draft('other'), channel: 'counter', printerId: 'desk' }))
  step(() => office.must(agent, 'report-print', { jobId, outcome: 'printed' }))
  step(() => office.must(ana, 'open-window', { windowId }))
  step(() => office.must(ana, 'open-till', { windowId, floatCents: 10_000 }))
  step(() => office.must(ana, 'call-visit', { windowId, visitId }))
  step(() => office.must(ana, 'start-visit', { visitId }))
  step(() =>
    office.must(ana, 'hold-visit', { visitId, reason: 'fetching-paper', note: 'forgot her medicine' }),
  )
  step(() => office.must(ana, 'undo-visit-step', { visitId }))
  step(() => office.must(ana, 'cancel-visit', { visitId, reason: 'gave-up-waiting' }))
  step(() => office.must(ana, 'reprint', { jobId, printerId: 'desk' }))
  step(() => office.must(agent, 'report-printer', { printerId: 'desk', condition: 'paper-out' }))
  step(() => office.must(agent, 'report-drawer', { printerId: 'desk', open: true }))
  return steps
}

const slices = [
  'serviceSettings',
  'visits',
  'intakes',
  'windows',
  'tills',
  'receipts',
  'printers',
  'prints',
] as const

const slicesOf = (state: OfficeState): unknown =>
  Object.fromEntries(slices.map((slice) => [slice, state[slice]]))

const morning = aMorning()

describe.for(rooms)('$audience $deviceId', (each) => {
  it('[C9] comes to the same by folding what it sees as by a new snapshot', () => {
    for (const { before, facts, after } of morning) {
      const folded = fold(projectState(before, each), projectFacts(facts, after, each))
      expect(slicesOf(folded), facts.map(({ kind }) => kind).join()).toEqual(
        slicesOf(projectState(after, each)),
      )
    }
  })
})

const heardBy = (each: Room): readonly Fact[] =>
  morning.flatMap(({ facts, after }) => projectFacts(facts, after, each))

it('[C9] tells the console everything but the settings of a service, which go to no screen', () => {
  const others = morning.flatMap(({ facts }) => facts).filter(({ kind }) => !kind.startsWith('service-'))
  expect(heardBy(room('console', null))).toEqual(others)
  for (const each of rooms)
    for (const { after } of morning) expect(projectState(after, each).serviceSettings).toEqual({})
})

it('[C9] tells nobody else a reason, a command’s key, an intake or an amount', () => {
  for (const each of rooms.slice(1)) {
    const text = JSON.stringify(heardBy(each))
    for (const secret of ['fetching', 'gave-up', 'medicine', 'key-', 'intake', 'Cents', 'Dana'])
      expect(text).not.toContain(secret)
  }
})

it('[C9] tells a display no word of paper, and an agent no word of people', () => {
  const kinds = (each: Room): string[] => [...new Set(heardBy(each).map(({ kind }) => kind))]
  expect(kinds(room('display', 'display')).filter((kind) => kind.startsWith('print'))).toEqual([])
  expect(kinds(room('agent', 'agent')).filter((kind) => !/^(print|drawer-sensed)/.test(kind))).toEqual([])
  expect(kinds(room('agent', 'another-agent'))).toEqual([])
})
