import { languages } from '@lobbyline/server/contract'
import type { Language } from '@lobbyline/server/contract'
import { en } from './en.ts'
import type { Words } from './words.ts'

/** Each language is a file of its own, fetched when it is first read; Chinese and Vietnamese bring their letters. */
const files: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  es: async () => (await import('./es.ts')).es,
  'zh-Hans': async () => {
    const [{ zhHans }] = await Promise.all([import('./zh-hans.ts'), import('../design/chinese.ts')])
    return zhHans
  },
  tl: async () => (await import('./tl.ts')).tl,
  vi: async () => {
    const [{ vi }] = await Promise.all([import('./vi.ts'), import('../design/vietnamese.ts')])
    return vi
  },
}

let loaded = $state.raw<Partial<Record<Language, Words>>>({ en })
const underWay: Partial<Record<Language, boolean>> = {}

const load = (language: Exclude<Language, 'en'>): void => {
  if (underWay[language]) return
  underWay[language] = true
  void files[language]().then((words) => (loaded = { ...loaded, [language]: words }))
}

const wordsIn = (language: Language): Words => {
  const words = loaded[language]
  if (words) return words
  if (language !== 'en') load(language)
  return en
}

/** The words of each language; English stands in for the moment until a language is here. */
export const catalogs = Object.defineProperties(
  {},
  Object.fromEntries(
    languages.map((language) => [language, { enumerable: true, get: () => wordsIn(language) }]),
  ),
) as Readonly<Record<Language, Words>>

/** Every language, so that choosing one later takes no time and no server. */
export const fetchWords = (): void => {
  for (const language of languages) wordsIn(language)
}
