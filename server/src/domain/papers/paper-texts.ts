import { locales } from '../language.ts'
import type { Language, Texts } from '../language.ts'
import type { Instant } from '../time.ts'

const english = {
  other: 'City hall counter',
  beforeNone: 'You are next in line',
  beforeOne: '1 person before you',
  before: '{count} people before you',
  waitShort: 'Less than {to} minutes, most likely',
  wait: '{from} to {to} minutes, most likely',
  haveReady: 'Have in your hand',
  amount: '{amount}: cash, card or check',
  follow: 'Follow the line on your phone',
  numbers: 'We call numbers, never names.',
  clerkLine: 'For the clerk: {what}',

  receipt: 'Receipt {number}',
  voided: 'VOID: receipt {number}',
  voidReason: 'Reason',
  refunded: 'Given back',
  payer: 'Paid by',
  clerk: 'Clerk',
  window: 'Window',
  till: 'Till',
  total: 'Total',
  cash: 'Cash',
  check: 'Check {number}',
  checkPlain: 'Check',
  card: 'Card ending {lastFour}',
  cardPlain: 'Card',
  change: 'Change',
  questions: 'Questions? Call {phone}',
  keep: 'Keep this receipt.',
}
