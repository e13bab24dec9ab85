import type { CityRecord } from '../../domain/lookup.ts'
import { addDays } from '../../domain/time.ts'
import type { CivilDate } from '../../domain/time.ts'
import { writeRecord } from './record.ts'
import type { PetRecord } from './record.ts'

const pets =
  'Bella Luna Max Rocky Coco Daisy Milo Charlie Lola Buddy Sadie Toby Chico Canela Bruno Nala Rex Lucy Duke Princesa Zeus Molly Oso Penny Gus Rosie Tank Ginger Paco Willow'.split(
    ' ',
  )
const breeds = [
  'Chihuahua',
  'Labrador mix',
  'German Shepherd',
  'Pit Bull mix',
  'Poodle mix',
  'Husky',
  'Dachshund',
  'Terrier mix',
  'Shih Tzu',
  'Boxer',
  'Cattle Dog',
  'Golden Retriever',
]
const colors = [
  'black',
  'brown',
  'tan',
  'white',
  'black and tan',
  'brindle',
  'cream',
  'gray',
  'red',
  'tricolor',
]
const firstNames =
  'Maria James Ana Robert Carmen Linda Jose Susan Luis Karen Rosa David Elena Mark Teresa Kevin Gloria Brian Nancy Hector Amy Jorge Diane Omar Grace Tuan Mei Angela Victor Ruth'.split(
    ' ',
  )
const lastNames =
  'Garcia Smith Hernandez Johnson Lopez Brown Ramirez Davis Torres Miller Flores Wilson Nguyen Moore Reyes Clark Santos Lewis Morales Young Ortiz Walker Castro Hill Mendoza Scott Vargas Green Rojas Baker'.split(
    ' ',
  )
const streets = [
  'E 6th St',
  'E 8th St',
  'E 11th St',
  'Palm Ave',
  'Beaumont Ave',
  'Elm Ave',
  'Michigan Ave',
  'Orange Ave',
  'Edgar Ave',
  'Cherry Ave',
  'Euclid Ave',
  'Pennsylvania Ave',
  'Chestnut Ave',
  'Magnolia Ave',
]

const biscuit: PetRecord = {
  tag: '20417',
  pet: 'Biscuit',
  breed: 'Beagle mix',
  color: 'tan and white',
  sex: 'male',
  altered: true,
  microchip: '985112004417203',
  ownerName: 'Dana Whitfield',
  address: '1248 Palm Ave Apt 4',
  phone: '9515550142',
  expires: '2026-11-30',
  rabiesUntil: '2028-05-14',
  lifetime: true,
  status: 'active',
  replacedBy: '',
}

/** mulberry32: the same seed makes the same dogs. */
const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Made-up license records as a city would have imported them, `today` in their middle: most current, some late,
 * some with a vaccine that has run out. Phone numbers are of the range that is kept for fiction.
 */
export const demoPetRecords = (today: CivilDate, count = 300, seed = 5): CityRecord[] => {
  const next = random(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  const oneOf = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const dog = (index: number): PetRecord => {
    const lifetime = next() < 0.2
    return {
      tag: String(20_001 + index + (index >= 416 ? 1 : 0)),
      pet: oneOf(pets),
      breed: oneOf(breeds),
      color: oneOf(colors),
      sex: next() < 0.5 ? 'male' : 'female',
      altered: lifetime || next() < 0.8,
      microchip: lifetime || next() < 0.6 ? `98511200${String(below(10_000_000)).padStart(7, '0')}` : '',
      ownerName: `${oneOf(firstNames)} ${oneOf(lastNames)}`,
      address: `${600 + below(300)} ${oneOf(streets)}${next() < 0.2 ? ` Apt ${1 + below(24)}` : ''}`,
      phone: `9515550${String(100 + below(100))}`,
      expires: addDays(today, below(480) - 120),
      rabiesUntil: addDays(today, below(1100) - 60),
      lifetime,
      status: next() < 0.02 ? 'deceased' : 'active',
      replacedBy: '',
    }
  }
  const dogs = Array.from({ length: count - 1 }, (_, index) => dog(index))
  return [biscuit, ...dogs].map(writeRecord)
}
