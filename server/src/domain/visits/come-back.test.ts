import { expect, test } from 'vitest'
import { ana, anOfficeWith, aVisit, kiosk } from '../../../test/builders.ts'
import { morning } from '../../../test/memory-office.ts'

const missed = () =>
  anOfficeWith({
    visits: [
      aVisit({ id: 'late', number: 'F001', state: 'no-show', placeAt: morning - 60_000 }),
      aVisit({ id: 'next', number: 'F002' }),
    ],
  })

test('[V16] who missed the call and is back within two minutes has their place again, by themselves', () => {
  const office = missed()
  office.now = morning + 120_000
  office.must(kiosk, 'rejoin-visit', { visitId: 'late' })
  expect(office.state.visits['late']).toMatchObject({ state: 'waiting', placeAt: morning - 60_000 })
})

test('[V16] later only a clerk puts them back, and nobody else is moved by a kiosk', () => {
  const office = missed()
  office.now = morning + 120_001
  const rejoin = (visitId: string) => office.give(kiosk, 'rejoin-visit', { visitId })
  expect(rejoin('late')).toMatchObject({ code: 'wrong-state', details: { state: 'no-show' } })
  expect(rejoin('next')).toMatchObject({ code: 'wrong-state' })
  expect(office.give(ana, 'rejoin-visit', { visitId: 'late' }).ok).toBe(true)
})
