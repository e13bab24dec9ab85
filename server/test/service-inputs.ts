import type { Issuance, Lookup } from '../src/domain/lookup.ts'
import { Found } from '../src/domain/lookup.ts'
import type { Answers } from '../src/domain/question.ts'
import type { AssessInput, Assessment, City, Problem } from '../src/domain/service.ts'
import { instantOf } from '../src/domain/time.ts'
import type { CivilDate } from '../src/domain/time.ts'

// What the tests of the services share: a city, a day, and what has been read.

export const city: City = {
  name: 'City of Beaumont',
  office: 'City Hall',
  address: '550 E 6th St, Beaumont, CA 92223',
  phone: '(951) 769-8520',
  zone: 'America/Los_Angeles',
}

export const inputOf = <Settings>(
  settings: Settings,
  today: CivilDate,
  answers: Answers,
  found: Found = new Found(),
): AssessInput<Settings> => ({
  answers,
  found,
  settings,
  today,
  now: instantOf(today, '10:00', city.zone),
})

export const foundWith = (entries: readonly (readonly [Lookup, unknown])[]): Found =>
  entries.reduce((found, [lookup, answer]) => found.with(lookup, answer as never), new Found())

export const anIssuance = (changes: Partial<Issuance>): Issuance => ({
  id: 'i1',
  service: 'yard-sale',
  intakeId: null,
  kind: 'permit',
  number: '2026-0001',
  subject: '',
  validFrom: '2026-05-01',
  validUntil: '2026-05-01',
  issuedAt: 0,
  state: 'valid',
  data: {},
  ...changes,
})

export const codesOf = (assessment: Assessment, kind: Problem['kind'] = 'turn-away'): string[] =>
  assessment.problems.filter((problem) => problem.kind === kind).map(({ code }) => code)

export const totalOf = ({ fees }: Assessment): number => fees.reduce((sum, { cents }) => sum + cents, 0)
