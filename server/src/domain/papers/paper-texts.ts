import { locales } from '../language.ts'
import type { Language } from '../language.ts'
import type { Instant } from '../time.ts'
import { byCode } from '../words/by-code.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { tl } from './words/tl.ts'
import { vi } from './words/vi.ts'
import { zhHans } from './words/zh-hans.ts'

export const paperTexts = byCode({ en, es, 'zh-Hans': zhHans, tl, vi })

const formats = new Map<string, Intl.DateTimeFormat>()
/** By language and zone, for the papers of one minute all say the same. */
const latest = new Map<string, { minute: number; text: string }>()

/** "Nov 23, 2026, 2:27 PM", on the clock of the office. */
export const formatMoment = (at: Instant, zone: string, language: Language): string => {
  const key = `${language} ${zone}`
  const minute = Math.floor(at / 60_000)
  const known = latest.get(key)
  if (known?.minute === minute) return known.text
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locales[language], {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    })
  formats.set(key, format)
  // a printer's code page has no narrow no-break space
  const text = format.format(at).replace(/\s/g, ' ')
  latest.set(key, { minute, text })
  return text
}

/** "2:30 PM", on the clock of the office. */
export const formatTime = (at: Instant, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: zone })
    .format(at)
    .replace(/\s/g, ' ')

/** Few letters for a long id: enough for two clerks to mean the same till. */
export const shortId = (id: string): string => id.slice(-6).toUpperCase()
