import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswer, checkAnswers } from './question-check.ts'
import { inEachLanguage } from '../language.ts'
import type { Question, QuestionKind } from '../question.ts'

const hostile = fc.constantFrom(
  ...[
    'a',
    'Z',
    '7',
    ' ',
    '  ',
    '"',
    ',',
    '\n',
    '\r',
    '=',
    "'",
    '#',
    '/',
    '-',
    'é',
    'e\u0301',
    '中',
    '👩‍👧',
    '½',
    '٤',
  ],
  ...['\0', '\x1b', '\u007f', '\u00a0', '\u2028', '\u202e', '\u2067', '\ufeff', '\ud800', '\udc00', '\uffff'],
)

const today = '2026-05-10'
const text = inEachLanguage(() => 'x')
const check = (kind: QuestionKind, raw: unknown) => checkAnswer({ kind }, raw, { today })

const choice: QuestionKind = {
  type: 'choice',
  options: [
    { value: 'dog', text },
    { value: 'cat', text },
  ],
}
const date: QuestionKind = { type: 'date', fromDays: 0, toDays: 30 }
const dates: QuestionKind = { type: 'dates', fromDays: 0, toDays: 30, max: 3 }
const tag: QuestionKind = { type: 'code', digitsOnly: true, maxLength: 7 }
const card: QuestionKind = { type: 'code', digitsOnly: false, maxLength: 12 }
const quantity: QuestionKind = { type: 'quantity', min: 1, max: 20 }
const note: QuestionKind = { type: 'text', maxLength: 10 }

describe('an answer', () => {
  test.each<[QuestionKind, unknown, unknown]>([
    [choice, 'dog', 'dog'],
    [{ type: 'yes-no' }, false, false],
    [{ type: 'name' }, '  Dana   Whitfield ', 'Dana Whitfield'],
    [{ type: 'name' }, 'Jose\u0301', 'José'],
    [note, ' a  b ', 'a b'],
    [tag, ' 20 417', '20417'],
    [tag, 20417, '20417'],
    [tag, '020417', '20417'],
    [tag, '000', '0'],
    [card, 'bt-007', 'BT-007'],
    [card, '007', '007'],
    [card, 'bt-00 17', 'BT-0017'],
    [{ type: 'phone' }, '951 555 0142', '9515550142'],
    [{ type: 'phone' }, 9515550142, '9515550142'],
    [{ type: 'address' }, '550 east sixth street apt 4', '550 E 6th St Apt 4'],
    [{ type: 'address' }, '550 E 6th St, Banning CA', '550 E 6th St, Banning'],
    [{ type: 'address' }, '1248 Palm Ave 2nd floor Beaumont', '1248 Palm Ave, 2nd Floor, Beaumont'],
    [quantity, '3', 3],
    [quantity, 20, 20],
    [date, '2026-05-10', '2026-05-10'],
    [dates, ['2026-05-17', '2026-05-16', '2026-05-17'], ['2026-05-16', '2026-05-17']],
    [dates, '2026-05-17', ['2026-05-17']],
  ])('%j: %j becomes %j', (kind, raw, value) => {
    expect(check(kind, raw)).toEqual({ ok: true, value })
  })

  test.each<[QuestionKind, unknown, string]>([
    [choice, 'toString', 'unknown-option'],
    [choice, ['dog'], 'unknown-option'],
    [choice, '', 'required'],
    [{ type: 'yes-no' }, 'yes', 'unknown-option'],
    [{ type: 'name' }, '12', 'bad-characters'],
    [{ type: 'name' }, 'a\0', 'bad-characters'],
    [{ type: 'name' }, { name: 'x' }, 'bad-characters'],
    [{ type: 'name' }, 'x'.repeat(81), 'too-long'],
    [{ type: 'address' }, `1 Palm Ave${' 5'.repeat(50)}`, 'too-long'],
    [{ type: 'name' }, ' '.repeat(10_000_000), 'too-long'],
    [note, 'x'.repeat(11), 'too-long'],
    [note, 'a\ud800', 'bad-characters'],
    [tag, '12A', 'bad-characters'],
    [tag, '12345678', 'too-long'],
    [card, 'BT_1', 'bad-characters'],
    [{ type: 'phone' }, '555', 'not-a-phone'],
    [{ type: 'address' }, 'Palm Ave', 'not-an-address'],
    [{ type: 'address' }, '1 Palm\u202e Ave', 'bad-characters'],
    [{ type: 'address' }, 5, 'not-an-address'],
    [quantity, 0, 'out-of-range'],
    [quantity, 1.5, 'out-of-range'],
    [quantity, Number.NaN, 'out-of-range'],
    [quantity, '1e1', 'out-of-range'],
    [date, '2026-02-30', 'not-a-date'],
    [date, '2026-13-01', 'not-a-date'],
    [date, '05/12/2026', 'not-a-date'],
    [date, '2026-05-09', 'out-of-range'],
    [date, '2026-06-10', 'out-of-range'],
    [dates, [], 'required'],
    [dates, ['2026-05-12', 7], 'not-a-date'],
    [dates, ['2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'], 'out-of-range'],
    [dates, { length: 1 }, 'not-a-date'],
  ])('%j: %j is refused as %s', (kind, raw, code) => {
    expect(check(kind, raw)).toMatchObject({ ok: false, code })
  })

  const bankNumber = '4111 1111 1111 1111'

  test.each<[QuestionKind, unknown]>([
    [{ type: 'name' }, bankNumber],
    [{ type: 'name' }, `Dana Whitfield ${bankNumber}`],
    [{ type: 'text', maxLength: 40 }, bankNumber],
    [{ type: 'address' }, bankNumber],
    [{ type: 'address' }, `550 E 6th St Apt ${bankNumber}`],
  ])('[M15] %j: words hold no card number: %j', (kind, raw) => {
    expect(check(kind, raw)).toEqual({ ok: false, code: 'card-number' })
  })

  test.each<[QuestionKind, unknown, unknown]>([
    [{ type: 'code', digitsOnly: true, maxLength: 20 }, bankNumber, '4111111111111111'],
    [{ type: 'code', digitsOnly: false, maxLength: 20 }, '4111-1111-1111-1111', '4111-1111-1111-1111'],
    [{ type: 'text', maxLength: 40 }, '4111 1111 1111 1112', '4111 1111 1111 1112'],
    [{ type: 'text', maxLength: 40 }, 'chip 985 112 003 456 785', 'chip 985 112 003 456 785'],
  ])('[M15] %j: a number that is none of a bank’s stays: %j', (kind, raw, value) => {
    expect(check(kind, raw)).toEqual({ ok: true, value })
  })

  const kinds = [
    choice,
    date,
    dates,
    tag,
    card,
    quantity,
    note,
    { type: 'phone' },
    { type: 'address' },
    { type: 'name' },
    { type: 'yes-no' },
  ] as const

  test('never throws, and what it accepts it accepts again unchanged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.oneof(fc.anything(), fc.string({ unit: hostile })),
        (kind, raw) => {
          const once = check(kind, raw)
          if (once.ok) expect(check(kind, once.value)).toEqual(once)
        },
      ),
    )
  })
})

const question = (id: string, kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  id,
  kind,
  title: text,
  label: text,
  ...more,
})

const service = {
  questions: [
    question('pet', choice),
    question('loud', { type: 'yes-no' }, { when: [{ question: 'pet', is: 'dog' }] }),
    question('since', date, { when: [{ question: 'loud', is: true }] }),
    question('note', note, { optional: true }),
  ],
}

const all = (raw: Record<string, unknown>, complete = true) => checkAnswers(service, raw, { today, complete })

describe('all answers', () => {
  test('those not asked are dropped, with all that hangs on them', () => {
    expect(all({ pet: 'cat', loud: true, since: '2026-05-10' })).toEqual({
      ok: true,
      answers: { pet: 'cat' },
    })
  })

  test('what is missing is told when they must be complete', () => {
    expect(all({ pet: 'dog', loud: true, since: ' ' })).toEqual({
      ok: false,
      problems: { since: 'required' },
    })
    expect(all({ pet: 'dog', loud: true, since: ' ' }, false)).toEqual({
      ok: true,
      answers: { pet: 'dog', loud: true },
    })
    expect(all({ pet: 'cat', note: '' })).toEqual({ ok: true, answers: { pet: 'cat' } })
  })

  test('unknown ids are refused, whatever they are called', () => {
    const raw = JSON.parse('{"pet":"cat","color":"red","__proto__":"x","constructor":1}') as Record<
      string,
      unknown
    >
    const checked = all(raw, false)
    expect(checked.ok).toBe(false)
    if (checked.ok) return
    expect(Object.entries(checked.problems)).toEqual([
      ['color', 'unknown-question'],
      ['__proto__', 'unknown-question'],
      ['constructor', 'unknown-question'],
    ])
  })

  test('every problem is told at once', () => {
    expect(all({ pet: 'cow', note: 'x'.repeat(20) })).toEqual({
      ok: false,
      problems: { pet: 'unknown-option', note: 'too-long' },
    })
  })
})
