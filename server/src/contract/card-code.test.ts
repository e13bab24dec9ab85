import { expect, test } from 'vitest'
import { createCardGuard } from './card-code.ts'

test.each([
  '@ ANSI 636014080002DL00410288ZC03290024DLDAQD1234562',
  'ANSI 636014080002DL00410288',
  'ANSI636014080002DL00410288',
  'AAMVA6360150101DL00290179',
  '%B4111111111111111^DOE/JANE^2812101?',
  ';4111111111111111=2812101?',
  '%B3712 345678 95006^DOE/JANE ^2812101?',
  '%CABEAUMONT^DOE$DANA$^550 E 6TH ST^?',
  ';6360140412345678=281219850704?',
  '%"!!922230000C   M508125BRNBRN?',
])('[C16] a card’s code is a card’s: %s', (text) => {
  expect(createCardGuard()(text, 0)).toBe(true)
})

test.each(['2026-0001', '20417', 'R000318', 'https://lobby.example.gov/t/7Kq2mXw9', 'ANSI', ';-)', '%'])(
  '[C16] ours is not: %s',
  (text) => {
    expect(createCardGuard()(text, 0)).toBe(false)
  },
)

test('[C16] the lines of a card that follow its first are it still; a code read later is not', () => {
  const isCard = createCardGuard()
  const lines = [
    ['ANSI 636014080002DL00410288', 0],
    ['DCSWHITFIELD', 300],
    ['DACDANA', 1_200],
    ['20417', 4_000],
  ] as const
  expect(lines.map(([text, at]) => isCard(text, at))).toEqual([true, true, true, false])
})
