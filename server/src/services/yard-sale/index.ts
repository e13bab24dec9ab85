import type { Service } from '../../domain/service.ts'
import { assess } from './assess.ts'
import { lookups, serviceId } from './history.ts'
import { declaration, permit } from './paper.ts'
import { amend, amendedBy, cancellation, issue } from './permit.ts'
import { questions } from './questions.ts'
import { defaults, settingRules } from './settings.ts'
import type { YardSaleSettings } from './settings.ts'
import { asked, texts } from './texts.ts'

export const yardSale: Service<YardSaleSettings> = {
  id: serviceId,
  prefix: 'Y',
  icon: 'store',
  name: asked.service,
  about: asked['service-about'],
  questions,
  texts,
  denials: [
    'annual-cap',
    'person-cap',
    'gap-too-short',
    'too-soon',
    'too-far-ahead',
    'too-many-days',
    'days-not-consecutive',
    'day-not-allowed',
    'hours-not-allowed',
    'hours-reversed',
    'not-residential',
    'outside-city',
    'not-occupant',
    'overlapping-permit',
    'days-taken',
    'unpaid-fee',
  ],
  defaults,
  settingRules,
  lookups,
  assess,
  issue,
  declaration,
  permit,
  cancellation,
  amends: ['days', 'opens', 'closes'],
  amendedBy,
  amend,
}
