import { fill } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { cityHead } from '../domain/papers/city-head.ts'
import { paperTexts } from '../domain/papers/paper-texts.ts'
import type { City } from '../domain/service.ts'
import type { Slip, SlipBlock, SlipKind } from '../domain/slip.ts'

/** What every slip of a service begins and ends with: who issued it and whom to call. */
export const citySlip = (
  kind: SlipKind,
  language: Language,
  city: City,
  title: string,
  blocks: readonly SlipBlock[],
): Slip => ({
  kind,
  language,
  blocks: [
    ...cityHead(city),
    { type: 'text', text: city.address, size: 'small', align: 'center' },
    { type: 'rule' },
    { type: 'text', text: title, size: 'large', bold: true, align: 'center' },
    { type: 'space', lines: 1 },
    ...blocks,
    { type: 'space', lines: 1 },
    { type: 'text', text: fill(paperTexts.questions[language], { phone: city.phone }), align: 'center' },
  ],
})
