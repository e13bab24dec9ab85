import { formatDate, formatPhone, wordText } from '@lobbyline/server/contract'
import type {
  AnswerValue,
  CivilDate,
  Language,
  Question,
  Said,
  ServiceDefinition,
  Texts,
  Values,
} from '@lobbyline/server/contract'
import type { Words } from '../words/index.ts'

interface Voice {
  service: Pick<ServiceDefinition, 'texts'>
  language: Language
  values?: Values | undefined
}

/**
 * A question's own words. A place that no value fills yet, as while the server is away, is worded by the service's text of that
 * name, or left open: braces are never shown to anyone.
 */
export const ownText = (text: Texts, { service, language, values }: Voice): string => {
  const places = [...text[language].matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const unfilled = places.filter((place) => values?.[place] === undefined)
  const stand: Values = Object.fromEntries(
    unfilled.map((place) => [place, Object.hasOwn(service.texts, place) ? { text: place } : '…']),
  )
  return wordText(text, { ...values, ...stand }, service.texts, language)
}

/** What a code says; a code that the service never worded shows as nothing rather than breaking the page. */
export const saidText = (said: Said, voice: Voice): string => {
  const text = Object.hasOwn(voice.service.texts, said.code) ? voice.service.texts[said.code] : undefined
  return text ? ownText(text, { ...voice, values: { ...voice.values, ...said.values } }) : ''
}

/** "Saturday, November 28": a day near enough to need no year. */
export const dayText = (date: CivilDate, language: Language): string => formatDate(date, language, 'weekday')

/** A line breaks between two days, never within one. */
const unbroken = (day: string): string => day.replaceAll(' ', '\u00a0')

/** An answer as it is read back. */
export const answerText = (
  question: Question,
  answer: AnswerValue,
  voice: Voice & { words: Pick<Words, 'yes' | 'no'> },
): string => {
  const { kind } = question
  const { language, words } = voice
  switch (kind.type) {
    case 'choice': {
      const option = kind.options.find(({ value }) => value === answer)
      return option ? ownText(option.text, voice) : String(answer)
    }
    case 'yes-no':
      return answer === true ? words.yes : words.no
    case 'phone':
      return formatPhone(String(answer))
    case 'date':
      return formatDate(String(answer), language)
    case 'dates':
      return (Array.isArray(answer) ? answer : [String(answer)])
        .map((date: CivilDate) => unbroken(dayText(date, language)))
        .join(' · ')
    case 'name':
    case 'text':
    case 'address':
    case 'code':
    case 'quantity':
      return String(answer)
  }
}
