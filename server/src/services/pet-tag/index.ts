import type { Service } from '../../domain/service.ts'
import { assess, isAsApproved } from './assess.ts'
import { issue } from './issue.ts'
import { onFile, recordLines } from './on-file.ts'
import { declaration, form, permit } from './paper.ts'
import { questions } from './questions.ts'
import { recordLookups, refuseHanded, restores, serviceId } from './record.ts'
import { defaults, settingRules } from './settings.ts'
import type { PetTagSettings } from './settings.ts'
import { asked, texts } from './texts.ts'

export const petTag: Service<PetTagSettings> = {
  id: serviceId,
  prefix: 'P',
  icon: 'dog',
  name: asked.service,
  about: asked['service-about'],
  questions,
  scanned: { question: 'tag', answers: { purpose: 'renew', 'has-tag': true } },
  texts,
  denials: [
    'rabies-expired',
    'rabies-missing',
    'rabies-too-short',
    'term-not-available',
    'consent-missing',
    'alteration-unproven',
    'not-owner',
    'license-expired',
  ],
  defaults,
  settingRules,
  lookups: recordLookups,
  onFile,
  recordLines,
  assess,
  issue,
  refuseHanded,
  isAsApproved,
  restores,
  declaration,
  form,
  permit,
}
