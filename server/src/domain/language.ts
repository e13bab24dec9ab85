export const languages = ['en', 'es', 'zh-Hans', 'tl', 'vi'] as const

/** BCP 47 tags of the languages that interface, questions and paper are complete in. */
export type Language = (typeof languages)[number]

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>

/** What a language calls itself. */
export const languageNames: Texts = {
  en: 'English',
  es: 'Español',
  'zh-Hans': '简体中文',
  tl: 'Tagalog',
  vi: 'Tiếng Việt',
}

/** Whose manner of writing dates, times and lists a language follows. */
export const locales: Texts = {
  en: 'en-US',
  es: 'es-US',
  'zh-Hans': 'zh-Hans-US',
  tl: 'fil-US',
  vi: 'vi-US',
}

export const inEachLanguage = <Value>(
  valueIn: (language: Language) => Value,
): Readonly<Record<Language, Value>> =>
  Object.fromEntries(languages.map((language) => [language, valueIn(language)])) as Record<Language, Value>

/** Fills `{name}` places of a text; a place without a value stays visible, so that a mistake shows. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
