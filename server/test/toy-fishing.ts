import { inEachLanguage } from '../src/domain/language.ts'
import type { Texts } from '../src/domain/language.ts'
import type { Service } from '../src/domain/service.ts'

/** A toy is not translated. */
const plain = (text: string): Texts => inEachLanguage(() => text)

interface ToySettings {
  feeCents: number
}

/**
 * The smallest service there can be, for tests: it shows that a new one needs nothing but its own texts, data and functions.
 * A fishing permit for the city pond, one for each person and year.
 */
export const toyService: Service<ToySettings> = {
  id: 'toy-fishing',
  prefix: 'F',
  icon: 'fish',
  name: plain('Pond fishing permit'),
  about: plain('Fish in the city pond'),
  questions: [
    {
      id: 'name',
      kind: { type: 'name' },
      title: plain('What is your name?'),
      label: plain('Name'),
      shares: 'name',
    },
  ],
  texts: {
    fee: plain('Pond fishing permit'),
    'photo-id': plain('A photo ID'),
    'pond-closed': plain('The pond is closed'),
  },
  denials: ['pond-closed'],
  defaults: { feeCents: 700 },
  settingRules: {},
  lookups: () => [],
  assess: ({ settings, today }) => ({
    problems: [],
    fees: [{ code: 'fee', cents: settings.feeCents, account: 'revenue:toy-fishing' }],
    bring: [{ code: 'photo-id', icon: 'id-card' }],
    checklist: [{ code: 'photo-id', onFile: false }],
    declaration: null,
    oath: false,
    claims: [{ scope: `toy-fishing/${today.slice(0, 4)}`, subject: 'the pond', limit: 100 }],
    handover: { kind: 'permit', number: 'assigned', count: 1 },
  }),
  issue: ({ today }) => ({
    kind: 'permit',
    number: null,
    subject: 'the pond',
    validFrom: today,
    validUntil: `${today.slice(0, 4)}-12-31`,
    data: {},
    recordChanges: [],
  }),
}
