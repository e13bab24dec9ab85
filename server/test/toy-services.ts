import { inEachLanguage } from '../src/domain/language.ts'
import type { Texts } from '../src/domain/language.ts'
import type { Answers } from '../src/domain/question.ts'
import type { Assessment, FeeLine, Problem, Service, ServiceId } from '../src/domain/service.ts'

const both = (en: string, es: string = en): Texts => ({ ...inEachLanguage(() => en), es })

interface FairSettings {
  feeCents: number
  tableCents: number
  limit: number
  closed: boolean
  opens: number
  closes: number
}

const yes = (answers: Answers, question: string): boolean => answers[question] === true

/** A permit that the office numbers: capped per street, declared, movable, with a slip of its own. */
export const fair: Service<FairSettings> = {
  id: 'fair',
  prefix: 'F',
  icon: 'tent',
  name: both('Street fair permit', 'Permiso de feria'),
  about: both('A stand at the street fair'),
  questions: [
    { id: 'name', kind: { type: 'name' }, title: both('Your name'), label: both('Name'), shares: 'name' },
    {
      id: 'phone',
      kind: { type: 'phone' },
      title: both('Your phone'),
      label: both('Phone'),
      optional: true,
      shares: 'phone',
    },
    {
      id: 'street',
      kind: { type: 'text', maxLength: 40 },
      title: both('Which street'),
      label: both('Street'),
    },
    {
      id: 'tables',
      kind: { type: 'quantity', min: 0, max: 9 },
      title: both('How many tables'),
      label: both('Tables'),
    },
    { id: 'food', kind: { type: 'yes-no' }, title: both('Do you sell food'), label: both('Food') },
    {
      id: 'fireworks',
      kind: { type: 'yes-no' },
      title: both('Fireworks'),
      label: both('Fireworks'),
      optional: true,
    },
  ],
  texts: {
    base: both('Stand', 'Puesto'),
    tables: both('{count} tables', '{count} mesas'),
    identification: both('Photo ID', 'Identificación'),
    lease: both('Lease', 'Contrato'),
    'food-card': both('Food handler card', 'Tarjeta de manipulador de alimentos'),
    'no-fireworks': both('No fireworks'),
    declaration: both('I keep my stand clean.', 'Mantengo limpio mi puesto.'),
    'too-late': both('Too late to move'),
    unsuitable: both('Not suitable'),
  },
  denials: ['unsuitable', 'no-fireworks'],
  defaults: { feeCents: 1500, tableCents: 500, limit: 2, closed: false, opens: 1, closes: 9 },
  settingRules: { limit: { from: 1, to: 9 }, closes: { to: 24, moreThan: 'opens' } },
  lookups: ({ answers }) =>
    typeof answers['street'] === 'string'
      ? [{ kind: 'issuances', service: 'fair', subject: answers['street'] }]
      : [],
  assess: ({ answers, settings }): Assessment => {
    const tables = Number(answers['tables'] ?? 0)
    const fees: FeeLine[] = [{ code: 'base', cents: settings.feeCents, account: 'revenue:fair' }]
    if (tables > 0) {
      fees.push({
        code: 'tables',
        values: { count: tables },
        cents: tables * settings.tableCents,
        account: 'revenue:tables',
      })
    }
    const problems: Problem[] =
      yes(answers, 'fireworks') || settings.closed ? [{ kind: 'turn-away', code: 'no-fireworks' }] : []
    const papers = [
      'identification',
      ...(yes(answers, 'food') ? ['food-card'] : []),
      ...(tables === 9 ? ['lease'] : []),
    ]
    return {
      problems,
      fees,
      bring: papers.map((code) => ({ code, icon: 'id-card' })),
      checklist: papers.map((code) => ({ code, onFile: false })),
      declaration: 'declaration',
      oath: false,
      claims:
        typeof answers['street'] === 'string'
          ? [{ scope: 'fair', subject: answers['street'], limit: settings.limit }]
          : [],
      handover: { kind: 'permit', number: 'assigned', count: 0 },
    }
  },
  issue: ({ answers, today }) => ({
    kind: 'permit',
    number: null,
    subject: String(answers['street']),
    validFrom: today,
    validUntil: today,
    data: answers,
    recordChanges: [],
  }),
  declaration: ({ language, city }) => ({
    kind: 'declaration',
    language,
    blocks: [
      { type: 'text', text: city.name },
      { type: 'signature', label: 'Signature' },
    ],
  }),
  permit: ({ language, issuance }) => ({
    slip: { kind: 'permit', language, blocks: [{ type: 'text', text: issuance.number, size: 'large' }] },
  }),
  cancellation: ({ issuance }) => ({ releasesClaims: issuance.data['tables'] !== 9 }),
  amend: ({ answers, issuance, today }) =>
    yes(answers, 'food')
      ? { ok: false, problem: { kind: 'turn-away', code: 'too-late' } }
      : {
          ok: true,
          issuing: {
            kind: issuance.kind,
            number: issuance.number,
            subject: String(answers['street']),
            validFrom: today,
            validUntil: today,
            data: answers,
            recordChanges: [],
          },
        },
}

interface KeySettings {
  cents: number
}

/** A tag whose number the clerk enters: sworn to, free for some, with a paper that the city may have on file. */
export const key: Service<KeySettings> = {
  id: 'key',
  prefix: 'K',
  icon: 'key',
  name: both('Pool key', 'Llave de la piscina'),
  about: both('A key to the pool'),
  questions: [
    { id: 'count', kind: { type: 'quantity', min: 1, max: 3 }, title: both('How many'), label: both('Keys') },
    { id: 'free', kind: { type: 'yes-no' }, title: both('Free keys'), label: both('Free'), optional: true },
    { id: 'known', kind: { type: 'yes-no' }, title: both('Known'), label: both('Known'), optional: true },
  ],
  texts: { key: both('Key', 'Llave'), lease: both('Lease', 'Contrato'), lost: both('Lost keys') },
  denials: ['lost'],
  defaults: { cents: 700 },
  settingRules: {},
  lookups: () => [{ kind: 'record', service: 'key', key: 'all' }],
  assess: ({ answers, settings, found }) => {
    const count = Number(answers['count'] ?? 1)
    const onFile = yes(answers, 'known') || found.record('key', 'all')?.data['known'] === true
    return {
      problems: [],
      fees: [
        { code: 'key', cents: yes(answers, 'free') ? 0 : count * settings.cents, account: 'revenue:key' },
      ],
      bring: onFile ? [] : [{ code: 'lease', icon: 'file' }],
      checklist: [{ code: 'lease', onFile }],
      declaration: null,
      oath: true,
      claims: [],
      handover: { kind: 'tag', number: 'entered', count },
      subject: 'Pool 2',
    }
  },
  issue: ({ handedNumbers, today }) => ({
    kind: 'tag',
    number: handedNumbers.join(', '),
    subject: handedNumbers[0] ?? '',
    validFrom: today,
    validUntil: today,
    data: {},
    recordChanges: [{ service: 'key', key: handedNumbers[0] ?? '', data: { handed: true } }],
  }),
}

export const toyServices: ReadonlyMap<ServiceId, Service> = new Map<ServiceId, Service>([
  ['fair', fair],
  ['key', key],
])
