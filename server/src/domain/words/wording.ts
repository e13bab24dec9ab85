import { fill, locales } from '../language.ts'
import type { Language, Texts } from '../language.ts'
import { formatCents } from './money.ts'
import type { Said, Value, Values } from '../service.ts'
import type { CivilDate } from '../time.ts'

type DateStyle = 'date' | 'weekday' | 'weekday-year' | 'month'

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  weekday: { weekday: 'long', month: 'long', day: 'numeric' },
  'weekday-year': { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (language: Language, style: DateStyle): Intl.DateTimeFormat => {
  const key = `${language} ${style}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locales[language], { ...styles[style], timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

/** "May 14, 2028"; as `weekday` "Sunday, May 14", with its year as `weekday-year`, as `month` "May 2028". */
export const formatDate = (date: CivilDate, language: Language, style: DateStyle = 'date'): string =>
  formatOf(language, style).format(Date.parse(`${date}T00:00:00Z`))

const lists = new Map<Language, Intl.ListFormat>()

const listOf = (language: Language): Intl.ListFormat => {
  const known = lists.get(language)
  if (known) return known
  const made = new Intl.ListFormat(locales[language], { type: 'conjunction' })
  lists.set(language, made)
  return made
}

type Catalog = Readonly<Record<string, Texts>>

const wordValue = (texts: Catalog, value: Value, language: Language): string | number => {
  if (typeof value !== 'object') return value
  if ('date' in value) return formatDate(value.date, language)
  if ('cents' in value) return formatCents(value.cents, language)
  if ('list' in value)
    return listOf(language).format(value.list.map((each) => String(wordValue(texts, each, language))))
  return word(texts, { code: value.text }, language)
}

/** Fills the places of a text that is already at hand, such as a question's title. A place without a value stays visible. */
export const wordText = (
  text: Texts,
  values: Values | undefined,
  texts: Catalog,
  language: Language,
): string =>
  fill(
    text[language],
    Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [name, wordValue(texts, value, language)]),
    ),
  )

/** Words a code in a language. A code without a text is a defect of its service, and throws. */
export const word = (texts: Catalog, said: Said, language: Language): string => {
  const text = Object.hasOwn(texts, said.code) ? texts[said.code] : undefined
  if (!text) throw new Error(`no text for code "${said.code}"`)
  return wordText(text, said.values, texts, language)
}
