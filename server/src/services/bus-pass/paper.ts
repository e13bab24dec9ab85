import type { Issuance } from '../../domain/lookup.ts'
import type { PaperInput } from '../../domain/service.ts'
import type { Slip, SlipBlock } from '../../domain/slip.ts'
import { formatDate, word } from '../../domain/words/wording.ts'
import { citySlip } from '../slip-parts.ts'
import { cardsOf } from './cards.ts'
import type { BusPassSettings } from './settings.ts'
import { texts } from './texts.ts'

/** Which cards were handed over, and until when they are good. Nothing on it tells the fare class. */
export const permit = ({
  issuance,
  language,
  city,
}: PaperInput<BusPassSettings> & { issuance: Issuance }): { slip: Slip } => {
  const say = (code: string) => word(texts, { code }, language)
  const title = say(issuance.data['product'] === 'monthly' ? 'pass-title-monthly' : 'pass-title-day')
  return {
    slip: citySlip('permit', language, city, title, [
      { type: 'row', left: say('pass-from'), right: formatDate(issuance.validFrom, language) },
      { type: 'row', left: say('pass-until'), right: formatDate(issuance.validUntil, language), bold: true },
      { type: 'rule' },
      ...cardsOf(issuance).map((card): SlipBlock => ({ type: 'row', left: say('pass-card'), right: card })),
      { type: 'rule' },
      { type: 'text', text: say('pass-show'), size: 'small' },
    ]),
  }
}
