import '../flow/plain-runes.ts'
import { expect, it } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import { openingText } from './opening-text.ts'
import { tl } from './tl.ts'
import { vi } from './vi.ts'
import { zhHans } from './zh-hans.ts'

const zone = 'America/Los_Angeles'
const now = Date.parse('2026-11-23T23:30:00-08:00')

it.each([
  ['en', en, 'It opens today at 11:45 PM.', 'It opens on Tuesday, November 24 at 7:00 AM.'],
  ['es', es, 'Abre hoy a las 11:45 p.m.', 'Abre el martes, 24 de noviembre a las 7:00 a.m.'],
  ['zh-Hans', zhHans, '今天23:45开放。', '11月24日星期二7:00开放。'],
  ['tl', tl, 'Magbubukas ngayong araw, 11:45 PM.', 'Magbubukas sa Martes, Nobyembre 24, 7:00 AM.'],
  ['vi', vi, 'Hôm nay mở cửa lúc 23:45.', 'Mở cửa vào Thứ Ba, 24 tháng 11, lúc 7:00.'],
] as const)(
  'says in %s when the counter opens, by the wall of the office',
  (language, words, today, later) => {
    const told = (opens: string) =>
      openingText(Date.parse(opens), { now, zone, language, words }).replace(/[\u00a0\u202f]/g, ' ')
    expect(told('2026-11-23T23:45:00-08:00')).toBe(today)
    expect(told('2026-11-24T07:00:00-08:00')).toBe(later)
  },
)
