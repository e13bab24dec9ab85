import type { Language, Texts } from '../domain/language.ts'
import type { Values } from '../domain/service.ts'
import type { SlipBlock } from '../domain/slip.ts'
import { word } from '../domain/words/wording.ts'
import { translatorOf } from './translators.ts'

type Catalog = Readonly<Record<string, Texts>>

/** What every declaration says alike (Code of Civil Procedure 2015.5). */
export const declarationTexts: Catalog = {
  'declare-perjury': {
    en: 'I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct. (Code of Civil Procedure 2015.5)',
    es: 'Declaro bajo pena de perjurio, conforme a las leyes del Estado de California, que lo anterior es verdadero y correcto. (Código de Procedimiento Civil 2015.5)',
    'zh-Hans':
      '本人声明，以上内容真实无误；如有虚假，愿依照加利福尼亚州法律承担伪证罪责任。（《民事诉讼法典》第2015.5条）',
    tl: 'Ipinahahayag ko, sa ilalim ng parusa ng perjury ayon sa mga batas ng Estado ng California, na totoo at tama ang nasa itaas. (Code of Civil Procedure 2015.5)',
    vi: 'Tôi cam đoan, nếu sai xin chịu hình phạt về tội khai man theo luật Tiểu bang California, rằng những điều trên là đúng sự thật. (Bộ luật Tố tụng Dân sự 2015.5)',
  },
  'english-below': {
    en: 'In English',
    es: 'En inglés',
    'zh-Hans': '英文原文',
    tl: 'Sa Ingles',
    vi: 'Bằng tiếng Anh',
  },
  'not-reviewed': {
    en: 'This translation is not yet reviewed by a named translator. The English text counts.',
    es: 'Esta traducción todavía no fue revisada por un traductor identificado. Vale el texto en inglés.',
    'zh-Hans': '此译文尚未经署名译者审核，以英文为准。',
    tl: 'Hindi pa nasusuri ng pinangalanang tagasalin ang saling ito. Ang tekstong Ingles ang may bisa.',
    vi: 'Bản dịch này chưa được một dịch giả được nêu tên duyệt lại. Bản tiếng Anh có giá trị.',
  },
  'reviewed-by': {
    en: 'Translation reviewed by {name}.',
    es: 'Traducción revisada por {name}.',
    'zh-Hans': '译文由 {name} 审核。',
    tl: 'Sinuri ni {name} ang salin.',
    vi: 'Bản dịch do {name} duyệt.',
  },
  signature: { en: 'Signature', es: 'Firma', 'zh-Hans': '签名', tl: 'Lagda', vi: 'Chữ ký' },
  'date-place': {
    en: 'Date and city, California',
    es: 'Fecha y ciudad, California',
    'zh-Hans': '日期和城市，加利福尼亚州',
    tl: 'Petsa at lungsod, California',
    vi: 'Ngày và thành phố, California',
  },
}

interface Declared {
  /** the service's own sentences, as codes of its texts */
  clauses: readonly string[]
  texts: Catalog
  language: Language
  /** the city's, which name who reviewed a translation */
  settings: object
  values?: Values
}

/** The sentences in the resident's language; English stands beside it, since it is the wording that the law knows. */
export const declaredClauses = ({
  clauses,
  texts,
  language,
  settings,
  values = {},
}: Declared): SlipBlock[] => {
  const sentences = (of: Language, size: 'normal' | 'small'): SlipBlock[] =>
    [...clauses, 'declare-perjury'].map((code) => ({
      type: 'text',
      text: word(texts, { code, values }, of),
      size,
    }))
  if (language === 'en') return sentences('en', 'normal')
  const english = word(texts, { code: 'english-below' }, language)
  const name = translatorOf(settings, language)
  const review = name === null ? { code: 'not-reviewed' } : { code: 'reviewed-by', values: { name } }
  return [
    ...sentences(language, 'normal'),
    { type: 'text', text: word(texts, review, language), size: 'small', bold: name === null },
    { type: 'rule' },
    { type: 'text', text: english, size: 'small', bold: true },
    ...sentences('en', 'small'),
  ]
}
