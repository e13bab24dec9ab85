import type { Service } from '../domain/service.ts'

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
  name: { en: 'Pond fishing permit', es: 'Permiso de pesca en el estanque' },
  about: { en: 'Fish in the city pond', es: 'Pesque en el estanque municipal' },
  questions: [
    {
      id: 'name',
      kind: { type: 'name' },
      title: { en: 'What is your name?', es: '¿Cómo se llama usted?' },
      label: { en: 'Name', es: 'Nombre' },
      shares: 'name',
    },
  ],
  texts: {
    fee: { en: 'Pond fishing permit', es: 'Permiso de pesca' },
    'photo-id': { en: 'A photo ID', es: 'Una identificación con foto' },
    'pond-closed': { en: 'The pond is closed', es: 'El estanque está cerrado' },
  },
  denials: ['pond-closed'],
  defaults: { feeCents: 700 },
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
