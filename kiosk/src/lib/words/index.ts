import { languages } from '@lobbyline/server/contract'
import type { Language, Texts } from '@lobbyline/server/contract'
import type { Words } from './words.ts'

export { catalogs, fetchWords } from './catalogs.svelte.ts'
export type { Words }

/** "Touch to start", in each language from the first moment. The Chinese one may break between its two words, which no space does. */
export const greetings: Texts = {
  en: 'Touch to start',
  es: 'Toque para empezar',
  'zh-Hans': '触摸屏幕\u200b开始',
  tl: 'Pindutin para magsimula',
  vi: 'Chạm để bắt đầu',
}

/** What the wall of the lobby is written in, for everyone; a call stands there in its ticket's own language besides. */
export const wallLanguages: readonly Language[] = ['en', 'es']

/** The first of a browser's languages that we write in. */
export const languageFor = (wishes: readonly string[]): Language => {
  for (const wish of wishes) {
    const base = wish.toLowerCase().split('-')[0]
    if (base === 'zh') return 'zh-Hans'
    if (base === 'fil') return 'tl'
    const found = languages.find((language) => language === base)
    if (found) return found
  }
  return 'en'
}

/** Every language but this one, to switch to. */
export const otherLanguages = (language: Language): Language[] =>
  languages.filter((each) => each !== language)

/** "2:41 PM" on the clock of the office. */
export const clockTime = (at: number, zone: string, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(at)
