export const languages = ['en', 'es'] as const

/** BCP 47 tags of the languages that interface, questions and paper are complete in. */
export type Language = (typeof languages)[number]

/** One text in every language. */
export type Texts = Readonly<Record<Language, string>>

/** Fills `{name}` places of a text; a place without a value stays visible, so that a mistake shows. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
