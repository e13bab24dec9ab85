import type { Answers } from '../../domain/question.ts'
import type { AssessInput } from '../../domain/service.ts'
import type { CivilDate } from '../../domain/time.ts'
import { findRecord, tagOf } from './record.ts'
import type { PetRecord } from './record.ts'
import type { PetTagSettings } from './settings.ts'
import { isLate, offers, startOf } from './term.ts'
import type { Offer } from './term.ts'

export interface Rabies {
  until: CivilDate | null
  /** false: the certificate has to be seen */
  onFile: boolean
}

/** What the answers and the record come to. */
export interface Request {
  purpose: string
  answers: Answers
  tag: string | null
  record: PetRecord | null
  rabies: Rabies
  altered: boolean | null
  start: CivilDate
  /** with a fee for it, where the city asks for one */
  late: boolean
  offers: readonly Offer[]
  chosen: Offer | null
}

const rabiesOf = (answers: Answers, record: PetRecord | null): Rabies => {
  if (answers['new-shot'] === true) {
    const until = answers['shot-until']
    return { until: typeof until === 'string' ? until : null, onFile: false }
  }
  const until = record?.rabiesUntil ?? ''
  return until === '' ? { until: null, onFile: false } : { until, onFile: true }
}

export const readRequest = ({ answers, found, settings, today }: AssessInput<PetTagSettings>): Request => {
  const record = findRecord(answers, found)
  const altered = typeof answers['altered'] === 'boolean' ? answers['altered'] : null
  const rabies = rabiesOf(answers, record)
  const start = startOf(record?.expires ?? '', today, settings)
  const fees = altered ? settings.alteredFeesCents : settings.unalteredFeesCents
  const offered =
    altered === null ? [] : offers({ start, today, rabiesUntil: rabies.until, fees, altered, settings })
  return {
    purpose: typeof answers['purpose'] === 'string' ? answers['purpose'] : '',
    answers,
    tag: tagOf(answers),
    record,
    rabies,
    altered,
    start,
    late: settings.lateFeeCents > 0 && isLate(record?.expires ?? '', today, settings),
    offers: offered,
    chosen: offered.find(({ term, refused }) => term === answers['term'] && refused === null) ?? null,
  }
}

/**
 * A lost tag's statement. An assistance dog's affidavit is a paper of the checklist instead: facts say whether an intake asks for a
 * declaration, and a renewal that does would tell of a disability.
 */
export const needsDeclaration = ({ purpose, answers }: Request, settings: PetTagSettings): boolean =>
  purpose === 'replace' && answers['loss'] === 'lost' && settings.lostTagStatement
