import type { Language } from '../../domain/language.ts'
import type { Issuance } from '../../domain/lookup.ts'
import { numberCode } from '../../domain/papers/city-head.ts'
import type { Answers } from '../../domain/question.ts'
import type { Page, PaperInput, Values } from '../../domain/service.ts'
import type { Slip, SlipBlock } from '../../domain/slip.ts'
import { addDays } from '../../domain/time.ts'
import type { CivilDate } from '../../domain/time.ts'
import { formatDate, word } from '../../domain/words/wording.ts'
import { declaredClauses } from '../declaration.ts'
import { citySlip } from '../slip-parts.ts'
import { hourCode } from './hours.ts'
import { readSale } from './sale.ts'
import type { YardSaleSettings } from './settings.ts'
import { texts } from './texts.ts'

const clauses = ['declare-home', 'declare-goods', 'declare-rules']

const say = (language: Language) => (code: string, values?: Values) =>
  word(texts, values ? { code, values } : { code }, language)

export const declaration = ({ answers, settings, language, city }: PaperInput<YardSaleSettings>): Slip => {
  const { address, days } = readSale(answers)
  const values = { address: address?.display ?? '' }
  const name = answers['name']
  return citySlip('declaration', language, city, say(language)('declaration'), [
    ...(typeof name === 'string' ? [{ type: 'text', text: name, bold: true } as const] : []),
    { type: 'text', text: values.address, bold: true },
    ...days.map((day): SlipBlock => ({ type: 'text', text: formatDate(day, language, 'weekday') })),
    { type: 'rule' },
    ...declaredClauses({ clauses, texts, language, settings, values }),
    { type: 'signature', label: say(language)('signature') },
    { type: 'signature', label: say(language)('date-place') },
  ])
}

interface Granted {
  address: string
  days: readonly CivilDate[]
  hours: string
  movedFrom: CivilDate | null
}

const granted = (data: Answers, language: Language): Granted => {
  const days = Array.isArray(data['days']) ? (data['days'] as readonly CivilDate[]) : []
  const hour = (id: string) => ({ text: hourCode(Number(data[id])) })
  return {
    address: String(data['address'] ?? ''),
    days,
    hours: say(language)('permit-hours', { opens: hour('opens'), closes: hour('closes') }),
    movedFrom: typeof data['movedFrom'] === 'string' ? data['movedFrom'] : null,
  }
}

type PermitInput = PaperInput<YardSaleSettings> & { issuance: Issuance }

/** Nobody's name is on it: it hangs in the street. */
const page = ({ issuance, language, city, settings }: PermitInput, sale: Granted): Page => {
  const wording = say(language)
  const moved = sale.movedFrom
    ? [{ label: wording('permit-moved'), text: formatDate(sale.movedFrom, language) }]
    : []
  return {
    title: wording('permit-title'),
    headline: [
      wording('permit-headline'),
      sale.address,
      ...sale.days.map((day) => formatDate(day, language, 'weekday')),
      sale.hours,
    ],
    rows: [
      { label: wording('permit-number'), text: issuance.number },
      { label: wording('permit-address'), text: sale.address },
      { label: wording('permit-days'), text: sale.days.map((day) => formatDate(day, language)).join(' · ') },
      { label: wording('permit-time'), text: sale.hours },
      ...moved,
    ],
    footer: [
      wording('permit-show'),
      wording('permit-signs'),
      wording('permit-rain', { by: { date: addDays(issuance.validUntil, settings.rainReportDays) } }),
      `${city.name} · ${city.phone}`,
    ],
  }
}

const slip = ({ issuance, language, city, settings }: PermitInput, sale: Granted): Slip => {
  const wording = say(language)
  return citySlip('permit', language, city, wording('permit-title'), [
    { type: 'text', text: issuance.number, size: 'large', bold: true, align: 'center' },
    { type: 'rule' },
    { type: 'text', text: sale.address, bold: true },
    ...sale.days.map((day): SlipBlock => ({ type: 'text', text: formatDate(day, language, 'weekday-year') })),
    { type: 'text', text: sale.hours },
    ...(sale.movedFrom
      ? [{ type: 'row', left: wording('permit-moved'), right: formatDate(sale.movedFrom, language) } as const]
      : []),
    { type: 'rule' },
    { type: 'text', text: wording('permit-signs'), size: 'small' },
    {
      type: 'text',
      text: wording('permit-rain', { by: { date: addDays(issuance.validUntil, settings.rainReportDays) } }),
      size: 'small',
    },
    { type: 'text', text: wording('permit-cancel'), size: 'small' },
    ...numberCode(issuance.number),
  ])
}

export const permit = (input: PermitInput): { slip: Slip; page: Page } => {
  const sale = granted(input.issuance.data, input.language)
  return { slip: slip(input, sale), page: page(input, sale) }
}
