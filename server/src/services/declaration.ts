import type { Language, Texts } from '../domain/language.ts'
import type { Values } from '../domain/service.ts'
import type { SlipBlock } from '../domain/slip.ts'
import { word } from '../domain/words/wording.ts'

type Catalog = Readonly<Record<string, Texts>>

/** What every declaration says alike (Code of Civil Procedure 2015.5). */
export const declarationTexts: Catalog = {
  'declare-perjury': {
    en: 'I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct. (Code of Civil Procedure 2015.5)',
    es: 'Declaro bajo pena de perjurio, conforme a las leyes del Estado de California, que lo anterior es verdadero y correcto. (Código de Procedimiento Civil 2015.5)',
  },
  'english-below': { en: 'In English', es: 'En inglés' },
  signature: { en: 'Signature', es: 'Firma' },
  'date-place': { en: 'Date and city, California', es: 'Fecha y ciudad, California' },
}

interface Declared {
  /** the service's own sentences, as codes of its texts */
  clauses: readonly string[]
  texts: Catalog
  language: Language
  values?: Values
}

/** The sentences in the resident's language; English stands beside it, since it is the wording that the law knows. */
export const declaredClauses = ({ clauses, texts, language, values = {} }: Declared): SlipBlock[] => {
  const sentences = (of: Language, size: 'normal' | 'small'): SlipBlock[] =>
    [...clauses, 'declare-perjury'].map((code) => ({
      type: 'text',
      text: word(texts, { code, values }, of),
      size,
    }))
  if (language === 'en') return sentences('en', 'normal')
  const english = word(texts, { code: 'english-below' }, language)
  return [
    ...sentences(language, 'normal'),
    { type: 'rule' },
    { type: 'text', text: english, size: 'small', bold: true },
    ...sentences('en', 'small'),
  ]
}
