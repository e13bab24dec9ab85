import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../domain/language.ts'
import type { Texts } from '../domain/language.ts'
import type { CityRecord, Claim, Issuance, Lookup } from '../domain/lookup.ts'
import { Found, lookupKey } from '../domain/lookup.ts'
import { orderMisfit, settingMisfit } from '../domain/offices/setting-shape.ts'
import { checkAnswers } from '../domain/answers/question-check.ts'
import type { Answers, AnswerValue, Question } from '../domain/question.ts'
import { questionsAsked } from '../domain/question.ts'
import type { Assessment, AssessInput, Said, Service } from '../domain/service.ts'
import { addDays } from '../domain/time.ts'
import { word, wordText } from '../domain/words/wording.ts'
import { anIssuance, city, inputOf } from '../../test/service-inputs.ts'
import { services } from './index.ts'
import { demoPetRecords } from './pet-tag/demo.ts'
import { servicesOf } from './registry.ts'
import { toyService } from '../../test/toy-fishing.ts'

const today = '2026-11-23'
const all = servicesOf([...services.values(), toyService])
const each = [...all].map(([id, service]) => ({ id, service }))

const textsOf = ({ name, about, questions, texts }: Service): [string, Texts][] => [
  ['name', name],
  ['about', about],
  ...Object.entries(texts),
  ...questions.flatMap((question): [string, Texts][] => [
    [`${question.id}.title`, question.title],
    [`${question.id}.label`, question.label],
    ...(question.hint ? [[`${question.id}.hint`, question.hint] as [string, Texts]] : []),
    ...(question.kind.type === 'choice'
      ? question.kind.options.flatMap(({ value, text, hint }): [string, Texts][] => [
          [`${question.id}.${value}`, text],
          ...(hint ? [[`${question.id}.${value}.hint`, hint] as [string, Texts]] : []),
        ])
      : []),
  ]),
]

const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

const dates = fc.integer({ min: -30, max: 400 }).map((days) => addDays(today, days))

const answerTo = ({ kind }: Question): fc.Arbitrary<AnswerValue> => {
  switch (kind.type) {
    case 'choice':
      return fc.constantFrom(...kind.options.map(({ value }) => value))
    case 'yes-no':
      return fc.boolean()
    case 'name':
      return fc.constantFrom('Dana Whitfield', 'José Núñez', 'Mei')
    case 'text':
      return fc.constantFrom('Rex', 'Ñandú')
    case 'phone':
      return fc.constantFrom('9515550142', '9515550100')
    case 'address':
      return fc.constantFrom(
        '1248 Palm Ave Apt 4',
        '550 E 6th St',
        '1201 Brookside Ave',
        '9 Nowhere Ln',
        '1 Main St, Banning',
      )
    case 'code':
      return fc.constantFrom('20417', '20001', '20002', '20003', '20004', '99999', '0020417')
    case 'quantity':
      return fc.integer({ min: kind.min, max: kind.max })
    case 'date':
      return dates
    case 'dates':
      return fc.uniqueArray(dates, { minLength: 1, maxLength: kind.max }).map((days) => days.sort())
  }
}

const answersTo = ({ questions }: Service): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(questions.map((question) => [question.id, answerTo(question)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>

const history = fc.record({
  permits: fc.array(
    fc.record({
      from: dates,
      days: fc.integer({ min: 0, max: 3 }),
      canceled: fc.boolean(),
      intakeId: fc.constantFrom(null, 'a', 'b'),
    }),
    { maxLength: 3 },
  ),
  claims: fc.subarray(['a', 'b', 'c']),
})

type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

const dogs = new Map<string, CityRecord>(demoPetRecords(today).map((record) => [record.key, record]))

const permitsOf = ({ permits }: History, subject: string): Issuance[] =>
  permits.map(({ from, days, canceled, intakeId }, index) =>
    anIssuance({
      id: `permit-${index}`,
      subject,
      intakeId,
      validFrom: from,
      validUntil: addDays(from, days),
      state: canceled ? 'canceled' : 'valid',
    }),
  )

const answerOf = (lookup: Lookup, past: History): unknown => {
  switch (lookup.kind) {
    case 'record':
      return dogs.get(lookup.key) ?? null
    case 'issuances':
      return permitsOf(past, lookup.subject)
    case 'claims':
      return past.claims.map((intakeId, slot): Claim => ({
        scope: lookup.scope,
        subject: lookup.subject,
        slot,
        intakeId,
      }))
    default:
      return null
  }
}

/** Reads what the service asks for until it asks nothing new, as the line does. */
const settled = (service: Service, answers: Answers, past: History): AssessInput<object> => {
  const input = inputOf(service.defaults, today, answers, new Found())
  for (let round = 0; round < 10; round++) {
    const wanted = service.lookups(input).filter((lookup) => !input.found.has(lookup))
    if (wanted.length === 0) return input
    for (const lookup of wanted) input.found.with(lookup, answerOf(lookup, past) as never)
  }
  throw new Error(`${service.id} never stops asking`)
}

const sayingsOf = ({ problems, fees, bring, checklist, declaration, options }: Assessment): Said[] => [
  ...problems.flatMap(({ code, rule, instead, values }) =>
    [code, rule, instead]
      .filter((each) => each !== undefined)
      .map((said): Said => (values ? { code: said, values } : { code: said })),
  ),
  ...fees,
  ...bring,
  ...checklist,
  ...(declaration === null ? [] : [{ code: declaration }]),
  ...Object.values(options ?? {})
    .flatMap((states) => Object.values(states))
    .flatMap(({ hint, unavailable }) => [hint, unavailable].filter((said) => said !== undefined)),
]

describe.each(each)('$id', ({ service }) => {
  test('[S1] every text is there in every language, with the same places', () => {
    for (const [code, text] of textsOf(service)) {
      for (const language of languages) expect(text[language].trim(), `${code} ${language}`).not.toBe('')
      for (const language of languages) expect(placesOf(text[language]), code).toEqual(placesOf(text.en))
    }
  })

  test('[S1] texts do not shout, hurry or blame', () => {
    for (const [code, text] of textsOf(service))
      for (const language of languages)
        expect(text[language], `${code} ${language}`).not.toMatch(
          /[!¡]|please wait|espere|oops|invalid|licence|cancell/i,
        )
  })

  test('[S1] a count of one reads as well as one of many', () => {
    for (const [code, text] of textsOf(service))
      for (const language of languages)
        expect(text[language].replace(/\{\w+\}/g, '1'), `${code} ${language}`).not.toMatch(
          /\b1 (days|yard sales|sales|passes|ventas|días|pases)\b/,
        )
  })

  test('[S1] a title fits a kiosk’s heading, a label a list', () => {
    for (const { title, label } of service.questions)
      for (const language of languages) {
        expect(title[language].length, title[language]).toBeLessThanOrEqual(68)
        expect(label[language].length, label[language]).toBeLessThanOrEqual(26)
      }
  })

  test('[S2] every reason to deny is worded', () => {
    for (const code of service.denials)
      for (const language of languages) word(service.texts, { code }, language)
  })

  /** By convention what turns away is worded three times; what begins with "move-" stands only against moving a permit. */
  test('[S2] whatever turns away is a reason to deny', () => {
    const turnsAway = Object.keys(service.texts).filter(
      (code) => `${code}-rule` in service.texts && `${code}-instead` in service.texts && !/^move-/.test(code),
    )
    expect(turnsAway.filter((code) => !service.denials.includes(code))).toEqual([])
  })

  test('[S3] a condition refers to an earlier question, and to an answer it can have', () => {
    service.questions.forEach(({ id, when = [] }, position) => {
      for (const condition of when) {
        const at = service.questions.findIndex(({ id: other }) => other === condition.question)
        expect(at, `${id} on ${condition.question}`).toBeGreaterThanOrEqual(0)
        expect(at, `${id} on ${condition.question}`).toBeLessThan(position)
        const kind = service.questions[at]?.kind
        if (kind?.type === 'choice') expect(kind.options.map(({ value }) => value)).toContain(condition.is)
        else expect(typeof condition.is).toBe('boolean')
      }
    })
    expect(new Set(service.questions.map(({ id }) => id)).size).toBe(service.questions.length)
  })

  test('[S3] a code under the scanner answers a question that is asked with what follows from it', () => {
    const { scanned, questions } = service
    if (!scanned) return
    const question = questionsAsked(questions, scanned.answers).find(({ id }) => id === scanned.question)
    expect(question?.kind.type).toBe('code')
    expect(checkAnswers(service, scanned.answers, { today, complete: false }).ok).toBe(true)
  })

  test('[S4] whatever is answered is assessed, worded, issued and printed', () => {
    fc.assert(
      fc.property(answersTo(service), history, (raw, past) => {
        const checked = checkAnswers(service, raw, { today, complete: false })
        const answers = checked.ok ? checked.answers : {}
        const input = settled(service, answers, past)
        const assessment = service.assess(input)
        for (const said of sayingsOf(assessment))
          for (const language of languages)
            expect(word(service.texts, said, language), said.code).not.toMatch(/\{/)
        for (const { cents, account } of assessment.fees) {
          expect(Number.isSafeInteger(cents) && cents >= 0).toBe(true)
          expect(account).toMatch(/^revenue:[a-z-]+$/)
        }
        for (const { kind, code, rule, instead } of assessment.problems)
          if (kind === 'turn-away') {
            expect([rule, instead]).toEqual([`${code}-rule`, `${code}-instead`])
            expect(service.denials).toContain(code)
          }

        const handedNumbers = Array.from({ length: assessment.handover.count }, (_, index) => `9${index}`)
        const issuing = service.issue({ ...input, handedNumbers })
        expect(issuing.validFrom <= issuing.validUntil || assessment.problems.length > 0).toBe(true)
        const issuance = anIssuance({ ...issuing, number: issuing.number ?? '2026-0001' })
        const { settings } = input
        for (const language of languages) {
          service.permit?.({ answers, settings, language, city, issuance })
          if (assessment.declaration !== null)
            expect(service.declaration?.({ answers, settings, language, city })).toBeDefined()
          for (const { code, form } of assessment.checklist)
            if (form)
              expect(service.form?.({ ...input, language, city, paper: code })?.language).toBe(language)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('[S5] a question that is asked has all places of its words filled', () => {
    fc.assert(
      fc.property(answersTo(service), history, (raw, past) => {
        const checked = checkAnswers(service, raw, { today, complete: false })
        const answers = checked.ok ? checked.answers : {}
        const { values } = service.assess(settled(service, answers, past))
        for (const { title } of questionsAsked(service.questions, answers))
          for (const language of languages)
            expect(wordText(title, values, service.texts, language)).not.toMatch(/\{/)
      }),
    )
  })

  test('[D9] has a rule for each setting that is a number and no amount, and its defaults keep to all of them', () => {
    const { defaults, settingRules } = service
    const settings = Object.entries(defaults)
    for (const [setting, value] of settings) {
      expect(settingMisfit(value, value, setting, settingRules)).toBeNull()
      if (typeof value === 'number' && !setting.endsWith('Cents'))
        expect(settingRules).toHaveProperty(setting)
    }
    expect(orderMisfit(Object.fromEntries(settings), settingRules)).toBeNull()
    const names = settings.map(([setting]) => setting)
    for (const place of Object.keys(settingRules)) expect(names).toContain(place.split(/[.[]/)[0])
    expect(JSON.parse(JSON.stringify(settingRules))).toEqual(settingRules)
  })

  test('[S6] travels as data', () => {
    const { id, prefix, icon, name, about, questions, texts, denials, defaults } = service
    const data = { id, prefix, icon, name, about, questions, texts, denials, defaults }
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(id).toMatch(/^[a-z][a-z-]{0,39}$/)
    expect(prefix).toMatch(/^[B-Z]$/)
    for (const question of questions) expect(question.id).toMatch(/^[a-z][a-zA-Z0-9-]{0,39}$/)
  })
})

describe('the registry', () => {
  test('[S7] has the city’s services in the order of the kiosk', () => {
    expect([...services.keys()]).toEqual(['yard-sale', 'pet-tag', 'bus-pass'])
    expect([...services.values()].map(({ prefix }) => prefix)).toEqual(['Y', 'P', 'B'])
  })

  test('[S7] a new service needs its folder and one line', () => {
    expect(all.get('toy-fishing')).toBe(toyService)
    expect(checkAnswers(toyService, { name: ' Mei  Lin' }, { today, complete: true })).toEqual({
      ok: true,
      answers: { name: 'Mei Lin' },
    })
  })

  test('[S7] neither id nor letter is given twice', () => {
    expect(() => servicesOf([toyService, toyService])).toThrow(/called "toy-fishing"/)
    expect(() => servicesOf([toyService, { ...toyService, id: 'boating' }])).toThrow(/share the letter F/)
  })

  test('[S7] what a ticket without a form has is nobody else’s; every ticket has a letter', () => {
    expect(() => servicesOf([{ ...toyService, id: 'other' }])).toThrow(/called "other"/)
    expect(() => servicesOf([{ ...toyService, prefix: 'A' }])).toThrow(/share the letter A/)
    expect(() => servicesOf([{ ...toyService, prefix: 'f1' }])).toThrow(/has no letter/)
  })

  test('lookups of one kind and name are one', () => {
    expect(lookupKey({ kind: 'record', service: 'pet-tag', key: '1' })).toBe('record:pet-tag:1')
  })
})
