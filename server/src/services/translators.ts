import { inEachLanguage } from '../domain/language.ts'
import type { SettingRules } from '../domain/offices/setting-rules.ts'
import type { Language } from '../domain/language.ts'

/** Who reviewed the law's wording in a language, by name; empty: nobody yet. A city records it, for each service that declares. */
export interface TranslatorSettings {
  'translator:es': string
  'translator:zh-Hans': string
  'translator:tl': string
  'translator:vi': string
}

export const noTranslators: TranslatorSettings = {
  'translator:es': '',
  'translator:zh-Hans': '',
  'translator:tl': '',
  'translator:vi': '',
}

/** A name, or none. */
export const translatorRules: SettingRules = Object.fromEntries(
  Object.keys(noTranslators).map((setting) => [setting, { to: 80 }]),
)

/** The name, or null where nobody has reviewed it. English is the law's own. */
export const translatorOf = (settings: object, language: Language): string | null => {
  const name: unknown = (settings as Readonly<Record<string, unknown>>)[`translator:${language}`]
  return typeof name === 'string' && name !== '' ? name : null
}

export const translatorsOf = (settings: object): Readonly<Record<Language, string | null>> =>
  inEachLanguage((language) => translatorOf(settings, language))
