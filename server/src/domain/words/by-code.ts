import { inEachLanguage } from '../language.ts'
import type { Language, Texts } from '../language.ts'

type Catalog<Code extends string> = Readonly<Record<Code, string>>

/** One catalog for each language becomes one text for each code, in every language. */
export const byCode = <Code extends string>(
  catalogs: Readonly<Record<Language, Catalog<Code>>>,
): Readonly<Record<Code, Texts>> =>
  Object.fromEntries(
    (Object.keys(catalogs.en) as Code[]).map((code) => [
      code,
      inEachLanguage((language) => catalogs[language][code]),
    ]),
  ) as Record<Code, Texts>

/** A service's words in one language: what it asks, and what it says by code. */
interface ServiceWords<Asked extends string, Code extends string> {
  asked: Catalog<Asked>
  texts: Catalog<Code>
}

export const serviceWords = <Asked extends string, Code extends string>(
  words: Readonly<Record<Language, ServiceWords<Asked, Code>>>,
): { asked: Readonly<Record<Asked, Texts>>; texts: Readonly<Record<Code, Texts>> } => ({
  asked: byCode(inEachLanguage((language) => words[language].asked)),
  texts: byCode(inEachLanguage((language) => words[language].texts)),
})
