import type { Service } from '../../domain/service.ts'
import { assess, issue, refuseHanded } from './assess.ts'
import { cardLookups, recordLines, restores, serviceId } from './cards.ts'
import { permit } from './paper.ts'
import { questions } from './questions.ts'
import { defaults, settingRules } from './settings.ts'
import type { BusPassSettings } from './settings.ts'
import { asked, texts } from './texts.ts'

export const busPass: Service<BusPassSettings> = {
  id: serviceId,
  prefix: 'B',
  icon: 'bus',
  name: asked.service,
  about: asked['service-about'],
  questions,
  texts,
  denials: ['sale-not-open', 'fare-not-sold', 'too-many', 'proof-not-shown'],
  defaults,
  settingRules,
  lookups: cardLookups,
  recordLines,
  assess,
  issue,
  refuseHanded,
  restores,
  permit,
}
