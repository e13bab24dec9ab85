import type { City, Language, ServiceDefinition, Texts } from '@lobbyline/server/contract'
import type { Words } from '#lib/words/index.ts'
import type { Spoken } from './reading.ts'

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const serviceTexts = ({ name, about, questions, texts }: ServiceDefinition): Texts[] => [
  name,
  about,
  ...Object.values(texts),
  ...questions.flatMap(({ title, label, hint, kind }) => [
    title,
    label,
    ...(hint ? [hint] : []),
    ...(kind.type === 'choice'
      ? kind.options.flatMap((option) => (option.hint ? [option.text, option.hint] : [option.text]))
      : []),
  ]),
]

/**
 * Every text that is the interface's own, as it stands. Only the sound of these may be kept: whatever else is on the screen may be
 * what someone told, be it a name alone or within a sentence.
 */
export const ownWords = (
  words: Words,
  services: readonly ServiceDefinition[],
  city: City | null,
  language: Language,
): ReadonlySet<string> =>
  new Set([
    ...textsIn(words),
    ...textsIn(city),
    ...services.flatMap(serviceTexts).map((text) => text[language]),
  ])

interface Counter {
  services: readonly ServiceDefinition[]
  city: City | null
}

/** Remembers each language's own words for as long as the counter offers the same. */
export class OwnWords {
  readonly #wordsIn: (language: Language) => Words
  readonly #known = new Map<Words, ReadonlySet<string>>()
  #services: readonly ServiceDefinition[] = []

  constructor(wordsIn: (language: Language) => Words) {
    this.#wordsIn = wordsIn
  }

  has({ text, language }: Spoken, { services, city }: Counter): boolean {
    if (this.#services !== services) this.#known.clear()
    this.#services = services
    const words = this.#wordsIn(language)
    const own = this.#known.get(words) ?? ownWords(words, services, city, language)
    this.#known.set(words, own)
    // a single letter tells nothing of anyone
    return text.length === 1 || own.has(text)
  }
}
