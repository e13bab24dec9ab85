import type { Assessed } from '../intakes/assessing.ts'
import { owedCentsOf } from '../intakes/assessing.ts'
import { fill } from '../language.ts'
import type { Language } from '../language.ts'
import { formatCents } from '../words/money.ts'
import { cityHead } from './city-head.ts'
import { formatMoment, formatTime, paperTexts } from './paper-texts.ts'
import type { City, Service } from '../service.ts'
import type { Slip, SlipBlock } from '../slip.ts'
import type { Instant } from '../time.ts'
import type { WaitRange } from '../visits/wait.ts'
import { word } from '../words/wording.ts'

export interface TicketPaper {
  city: City
  language: Language
  number: string
  /** the line's service, when there is one */
  service: Service | undefined
  intakes: readonly Assessed[]
  /** how many wait before this one */
  before: number
  /** null: no window is open yet */
  wait: WaitRange | null
  at: Instant
  appointmentAt: Instant | null
  url: string
}

const headline = (paper: TicketPaper, language: Language): string[] => {
  const lines = paper.intakes.map(({ service, assessment }) =>
    assessment.subject ? `${service.name[language]} · ${assessment.subject}` : service.name[language],
  )
  return lines.length > 0 ? lines : [(paper.service?.name ?? paperTexts.other)[language]]
}

const owedCents = ({ intakes }: TicketPaper): number =>
  intakes.reduce((sum, { assessment }) => sum + owedCentsOf(assessment), 0)

const beforeText = (before: number, language: Language): string =>
  before === 0
    ? paperTexts.beforeNone[language]
    : before === 1
      ? paperTexts.beforeOne[language]
      : fill(paperTexts.before[language], { count: before })

const waitLine = (wait: WaitRange | null, language: Language): SlipBlock[] => {
  if (!wait) return []
  const text = (wait.fromMinutes === 0 ? paperTexts.waitShort : paperTexts.wait)[language]
  return [{ type: 'text', text: fill(text, { from: wait.fromMinutes, to: wait.toMinutes }) }]
}

const haveReady = (paper: TicketPaper): SlipBlock[] => {
  const { language } = paper
  const papers = paper.intakes.flatMap(({ service, assessment }) =>
    assessment.bring.map((item) => word(service.texts, item, language)),
  )
  const owed = owedCents(paper)
  const amount = owed > 0 ? [fill(paperTexts.amount[language], { amount: formatCents(owed, language) })] : []
  const boxes = [...new Set(papers), ...amount].map((text): SlipBlock => ({ type: 'box', text }))
  if (boxes.length === 0) return []
  return [{ type: 'text', text: paperTexts.haveReady[language], bold: true }, ...boxes, { type: 'rule' }]
}

const appointment = ({ appointmentAt, city, language }: TicketPaper): SlipBlock[] => {
  if (appointmentAt === null) return []
  const time = formatTime(appointmentAt, city.zone, language)
  const text = fill(paperTexts.appointment[language], { time })
  return [{ type: 'text', text, bold: true, align: 'center' }]
}

/** The same in English, small, for the clerk who reads no Spanish. */
const clerkLine = (paper: TicketPaper): SlipBlock[] => {
  if (paper.language === 'en') return []
  const owed = owedCents(paper)
  const what = [...headline(paper, 'en'), ...(owed > 0 ? [formatCents(owed, 'en')] : [])].join(', ')
  return [{ type: 'text', text: fill(paperTexts.clerkLine.en, { what }), size: 'small', align: 'center' }]
}

/** The ticket: a number as wide as the paper, and what the person needs until it is called. Never a name. */
export const ticketPaper = (paper: TicketPaper): Slip => {
  const { language, city } = paper
  return {
    kind: 'ticket',
    language,
    blocks: [
      ...cityHead(city),
      { type: 'text', text: city.address, align: 'center' },
      { type: 'rule' },
      { type: 'text', text: paper.number, size: 'number', bold: true, align: 'center' },
      ...headline(paper, language).map((text): SlipBlock => ({
        type: 'text',
        text,
        bold: true,
        align: 'center',
      })),
      ...appointment(paper),
      { type: 'text', text: formatMoment(paper.at, city.zone, language), align: 'center' },
      { type: 'rule' },
      { type: 'text', text: beforeText(paper.before, language) },
      ...waitLine(paper.wait, language),
      { type: 'rule' },
      ...haveReady(paper),
      { type: 'qr', data: paper.url, caption: paperTexts.follow[language] },
      { type: 'text', text: paperTexts.numbers[language], align: 'center' },
      ...clerkLine(paper),
    ],
  }
}
