import type { Language } from '../../domain/language.ts'
import type { Found, Issuance } from '../../domain/lookup.ts'
import { numberCode } from '../../domain/papers/city-head.ts'
import type { Form, PaperInput } from '../../domain/service.ts'
import type { Slip, SlipBlock } from '../../domain/slip.ts'
import { formatDate, word } from '../../domain/words/wording.ts'
import { declaredClauses } from '../declaration.ts'
import { citySlip } from '../slip-parts.ts'
import { signedForm } from './assess.ts'
import { findRecord, tagOf } from './record.ts'
import type { PetTagSettings } from './settings.ts'
import { texts } from './texts.ts'

const say = (language: Language) => (code: string) => word(texts, { code }, language)

/** The statement of a lost tag. */
export const declaration = ({ answers, settings, language, city }: PaperInput<PetTagSettings>): Slip => {
  const wording = say(language)
  const tag = tagOf(answers)
  return citySlip('declaration', language, city, wording('declaration'), [
    ...(tag === null ? [] : [{ type: 'row', left: wording('slip-tag'), right: tag, bold: true } as const]),
    { type: 'rule' },
    ...declaredClauses({ clauses: ['declare-lost'], texts, language, settings }),
    { type: 'signature', label: wording('printed-name') },
    { type: 'signature', label: wording('signature') },
    { type: 'signature', label: wording('date-place') },
  ])
}

/**
 * The affidavit of an assistance dog's tag (Food and Agricultural Code 30850), with what is known of owner and dog. It says all that
 * the law has it say, in our own words.
 */
export const form = ({
  answers,
  settings,
  language,
  found,
  paper,
}: PaperInput<PetTagSettings> & { found: Found; paper: string }): Form | null => {
  if (paper !== signedForm) return null
  const wording = say(language)
  const record = findRecord(answers, found)
  const row = (label: string, right: unknown): SlipBlock[] =>
    typeof right === 'string' && right !== '' ? [{ type: 'row', left: wording(label), right }] : []
  return {
    title: wording('signed-form-title'),
    language,
    blocks: [
      ...row('file-owner', record ? record.ownerName : answers['name']),
      ...row('file-address', record ? record.address : answers['address']),
      ...row('slip-dog', record ? record.pet : answers['pet-name']),
      ...row('slip-tag', record?.tag),
      { type: 'rule' },
      ...declaredClauses({
        clauses: ['signed-form-dog', 'signed-form-law', 'signed-form-penalty'],
        texts,
        language,
        settings,
      }),
      { type: 'signature', label: wording('printed-name') },
      { type: 'signature', label: wording('signature') },
      { type: 'signature', label: wording('date-place') },
    ],
  }
}

const changes = ['died', 'moved-away', 'new-address', 'new-owner']

export const permit = ({
  issuance,
  language,
  city,
}: PaperInput<PetTagSettings> & { issuance: Issuance }): { slip: Slip } => {
  const wording = say(language)
  const dog: SlipBlock = { type: 'row', left: wording('slip-dog'), right: String(issuance.data['pet'] ?? '') }
  if (issuance.kind === 'none')
    return {
      slip: citySlip('permit', language, city, wording('slip-change'), [
        dog,
        ...changes
          .filter((change) => change === issuance.data['change'])
          .map((change): SlipBlock => ({ type: 'text', text: wording(`change-${change}`) })),
      ]),
    }
  return {
    slip: citySlip('permit', language, city, wording('slip-license'), [
      {
        type: 'text',
        text: `${wording('slip-tag')} ${issuance.number}`,
        size: 'large',
        bold: true,
        align: 'center',
      },
      dog,
      {
        type: 'row',
        left: wording('slip-until'),
        right: formatDate(issuance.validUntil, language),
        bold: true,
      },
      { type: 'rule' },
      { type: 'text', text: wording('slip-wear'), size: 'small' },
      ...numberCode(issuance.number),
    ]),
  }
}
