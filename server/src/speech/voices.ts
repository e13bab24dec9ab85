import type { SpeechOrder, Speed } from '../contract/speech.ts'
import type { Language } from '../domain/language.ts'

/** As espeak-ng names them. It has none for Tagalog: there only recordings speak. */
export const voices: Readonly<Record<Language, string | null>> = {
  en: 'en-us',
  es: 'es-419',
  'zh-Hans': 'cmn',
  tl: null,
  vi: 'vi',
}

export const wordsPerMinute: Readonly<Record<Speed, number>> = { slow: 115, usual: 150, fast: 210 }

/** One thing to say. */
export type Utterance = Omit<SpeechOrder, 'keep'>

/** Spaces and forms of letters make no difference to the ear, nor to which recording is meant. */
export const spokenText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
