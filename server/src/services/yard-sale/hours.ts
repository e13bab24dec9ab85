import { inEachLanguage } from '../../domain/language.ts'
import type { Language, Texts } from '../../domain/language.ts'
import type { Option } from '../../domain/question.ts'

interface Hour {
  /** 1 to 12, as on a clock's face */
  face: number
  part: 'night' | 'morning' | 'noon' | 'afternoon' | 'evening'
}

const hourOf = (hour: number): Hour => {
  const face = hour % 12 === 0 ? 12 : hour % 12
  if (hour === 12) return { face, part: 'noon' }
  if (hour < 5 || hour >= 22) return { face, part: 'night' }
  if (hour < 12) return { face, part: 'morning' }
  return { face, part: hour < 18 ? 'afternoon' : 'evening' }
}

const chineseParts = { night: '夜间', morning: '上午', noon: '中午', afternoon: '下午', evening: '晚上' }
const tagalogParts = {
  night: 'gabi',
  morning: 'umaga',
  noon: 'tanghali',
  afternoon: 'hapon',
  evening: 'gabi',
}
const vietnameseParts = { night: 'đêm', morning: 'sáng', noon: 'trưa', afternoon: 'chiều', evening: 'tối' }

const isMorning = (hour: number): boolean => hour < 12 || hour === 24

const hourIn: Readonly<Record<Language, (hour: number) => string>> = {
  en: (hour) => (hour === 12 ? 'Noon' : `${hourOf(hour).face} ${isMorning(hour) ? 'am' : 'pm'}`),
  es: (hour) =>
    hour === 12 ? '12 del mediodía' : `${hourOf(hour).face} ${isMorning(hour) ? 'a. m.' : 'p. m.'}`,
  'zh-Hans': (hour) => `${chineseParts[hourOf(hour).part]}${hourOf(hour).face}点`,
  tl: (hour) => `${hourOf(hour).face} ng ${tagalogParts[hourOf(hour).part]}`,
  vi: (hour) => `${hourOf(hour).face} giờ ${vietnameseParts[hourOf(hour).part]}`,
}

const hourText = (hour: number): Texts => inEachLanguage((language) => hourIn[language](hour))

const hours = Array.from({ length: 25 }, (_, hour) => hour)

/** `9` is the answer "09" and the text code "hour-09" */
export const hourValue = (hour: number): string => String(hour).padStart(2, '0')

export const hourCode = (hour: number): string => `hour-${hourValue(hour)}`

export const hourTexts: Readonly<Record<string, Texts>> = Object.fromEntries(
  hours.map((hour) => [hourCode(hour), hourText(hour)]),
)

export const hourOptions = (from: number, to: number): Option[] =>
  hours.slice(from, to + 1).map((hour) => ({ value: hourValue(hour), text: hourText(hour) }))

export const opening = { from: 6, to: 13 }
export const closing = { from: 12, to: 21 }
