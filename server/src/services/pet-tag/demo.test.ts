import { expect, test } from 'vitest'
import { parseAddress } from '../../domain/answers/address.ts'
import { parsePhone } from '../../domain/answers/phone.ts'
import { demoPetRecords } from './demo.ts'
import { readRecord } from './record.ts'

const today = '2026-11-23'
const dogs = demoPetRecords(today).map(readRecord)

test('[PT20] the demo has three hundred dogs, the same each time, each under its own number', () => {
  expect(demoPetRecords(today)).toEqual(demoPetRecords(today))
  expect(demoPetRecords(today, 600, 9)).not.toEqual(demoPetRecords(today, 600, 5))
  expect(new Set(dogs.map(({ tag }) => tag)).size).toBe(300)
  expect(new Set(demoPetRecords(today, 600).map(({ key }) => key)).size).toBe(600)
})

test('[PT20] among them Biscuit, tag 20417', () => {
  expect(dogs.find(({ tag }) => tag === '20417')).toMatchObject({
    pet: 'Biscuit',
    breed: 'Beagle mix',
    sex: 'male',
    altered: true,
    lifetime: true,
    rabiesUntil: '2028-05-14',
    expires: '2026-11-30',
    ownerName: 'Dana Whitfield',
    address: '1248 Palm Ave Apt 4',
    phone: '9515550142',
  })
})

test('[PT20] they are plausible, and of every kind', () => {
  for (const { address, phone } of dogs) {
    expect(parseAddress(address).ok).toBe(true)
    expect(parsePhone(phone).ok).toBe(true)
  }
  const share = (passes: (dog: (typeof dogs)[number]) => boolean) => dogs.filter(passes).length / dogs.length
  expect(share(({ expires }) => expires < today)).toBeGreaterThan(0.1)
  expect(share(({ expires }) => expires > today)).toBeGreaterThan(0.5)
  expect(share(({ altered }) => !altered)).toBeGreaterThan(0.05)
  expect(share(({ rabiesUntil }) => rabiesUntil < today)).toBeGreaterThan(0.01)
  expect(share(({ lifetime }) => lifetime)).toBeGreaterThan(0.1)
})
