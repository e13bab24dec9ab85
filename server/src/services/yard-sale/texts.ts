import type { Texts } from '../../domain/language.ts'
import { serviceWords } from '../../domain/words/by-code.ts'
import { declarationTexts } from '../declaration.ts'
import { hourTexts } from './hours.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { zhHans } from './words/zh-hans.ts'
import { tl } from './words/tl.ts'
import { vi } from './words/vi.ts'

const words = serviceWords({ en, es, 'zh-Hans': zhHans, tl, vi })

export const { asked } = words

export const texts: Readonly<Record<string, Texts>> = {
  ...declarationTexts,
  ...hourTexts,
  ...words.texts,
}
