import { describe, expect, test } from 'vitest'
import type { Claim, Found, Issuance } from '../../domain/lookup.ts'
import type { Answers } from '../../domain/question.ts'
import type { Assessment, ClaimWish } from '../../domain/service.ts'
import { addDays, daysBetween, instantOf } from '../../domain/time.ts'
import { word } from '../../domain/words/wording.ts'
import { anIssuance, city, codesOf, foundWith, inputOf, totalOf } from '../../../test/service-inputs.ts'
import { lookups } from './history.ts'
import { yardSale } from './index.ts'
import { defaults } from './settings.ts'
import type { YardSaleSettings } from './settings.ts'

const today = '2026-05-11'
const home = '1248 PALM AVE #4'

// May 15, 2026 is a Friday.
const friday = '2026-05-15'
const saturday = '2026-05-16'
const sunday = '2026-05-17'

const good: Answers = {
  address: '1248 Palm Ave Apt 4',
  place: 'apartment',
  occupancy: 'tenant',
  exemption: 'none',
  days: [saturday, sunday],
  opens: '08',
  closes: '14',
  name: 'Dana Whitfield',
  phone: '9515550142',
}

interface Past {
  permits?: Issuance[]
  claims?: [scope: string, subject: string, intakeIds: string[]][]
  /** the days that forms are approved for */
  days?: Record<string, string>
}

/** One claim for each day of a sale, as it is kept. */
const dayClaim = (day: string, intakeId: string): Claim => ({
  scope: 'yard-sale-day',
  subject: home,
  slot: daysBetween('1970-01-01', day),
  intakeId,
})

const past = ({ permits = [], claims = [], days = {} }: Past): Found =>
  foundWith([
    [{ kind: 'issuances', service: 'yard-sale', subject: home }, permits],
    [
      { kind: 'claims', scope: 'yard-sale-day', subject: home },
      Object.entries(days).map(([day, intakeId]) => dayClaim(day, intakeId)),
    ],
    ...claims.map(
      ([scope, subject, ids]) =>
        [
          { kind: 'claims', scope, subject },
          ids.map((intakeId, slot): Claim => ({ scope, subject, slot, intakeId })),
        ] as const,
    ),
  ])

/** The claims that are places of a cap; the others are the days of the sale. */
const capsIn = ({ claims }: Assessment): ClaimWish[] => claims.filter((wish) => 'limit' in wish)

const set = (changes: Partial<YardSaleSettings>): YardSaleSettings => ({ ...defaults, ...changes })

const input = (changes: Answers = {}, before: Past = {}, settings = defaults) =>
  inputOf(settings, today, { ...good, ...changes }, past(before))

const assess = (changes: Answers = {}, before: Past = {}, settings = defaults) =>
  yardSale.assess(input(changes, before, settings))

const problems = (changes: Answers = {}, before: Past = {}, settings = defaults) =>
  codesOf(assess(changes, before, settings))

const permit = (changes: Partial<Issuance>) =>
  anIssuance({ subject: home, intakeId: `of-${changes.id ?? 'i1'}`, ...changes })

const inMarch = permit({ id: 'march', validFrom: '2026-03-07', validUntil: '2026-03-08' })
const inApril = permit({ id: 'april', validFrom: '2026-04-18', validUntil: '2026-04-19' })
const lastYear = permit({ id: 'old', validFrom: '2025-12-31', validUntil: '2026-01-01' })
const scope = 'yard-sale/2026'

describe('a yard sale', () => {
  test('[YS1] that keeps to the rules has no problem, a fee, papers, a declaration and an assigned number', () => {
    const assessment = assess()
    expect(assessment.problems).toEqual([])
    expect(assessment.fees).toEqual([{ code: 'fee', cents: 500, account: 'revenue:yard-sale' }])
    expect(assessment.bring.map(({ code }) => code)).toEqual(['photo-id', 'occupancy-proof'])
    expect(assessment.checklist.map(({ code, onFile }) => [code, onFile])).toEqual([
      ['photo-id', false],
      ['occupancy-proof-check', false],
    ])
    expect(assessment).toMatchObject({
      declaration: 'declaration',
      oath: false,
      handover: { kind: 'permit', number: 'assigned', count: 1 },
    })
    expect(capsIn(assessment)).toEqual([{ scope, subject: home, limit: 2 }])
  })

  test('[YS2] is the third of its home in a calendar year: refused, with reason, rule and what instead', () => {
    const before: Past = { permits: [inMarch, inApril], claims: [[scope, home, ['of-march', 'of-april']]] }
    const [problem] = assess({}, before).problems
    expect(problem).toMatchObject({
      code: 'annual-cap',
      values: { used: 2, allowed: 2, year: 2026, next: 2027 },
    })
    const said = (code = '') =>
      word(yardSale.texts, { code, ...(problem?.values ? { values: problem.values } : {}) }, 'en')
    expect(said(problem?.code)).toBe('This home has used its yard sales for 2026: 2 of 2.')
    expect(said(problem?.rule)).toBe('The city allows 2 for each home in a calendar year.')
    expect(said(problem?.instead)).toContain('2027')
    expect(problems({}, before, set({ salesPerYear: 3 }))).toEqual([])
  })

  test('[YS2] an approved sale without a permit yet counts too', () => {
    expect(problems({}, { permits: [inMarch], claims: [[scope, home, ['of-march', 'waiting']]] })).toEqual([
      'annual-cap',
    ])
  })

  test('[YS2] a permit and its claim count once, and older permits without a claim lower the slots', () => {
    expect(problems({}, { permits: [inMarch], claims: [[scope, home, ['of-march']]] })).toEqual([])
    const imported = assess({}, { permits: [{ ...inMarch, intakeId: null }] })
    expect(imported.problems).toEqual([])
    expect(capsIn(imported)).toEqual([{ scope, subject: home, limit: 1 }])
    expect(problems({}, { permits: [{ ...inMarch, intakeId: null }, inApril] })).toEqual(['annual-cap'])
  })

  test('[YS2] what the same intake claimed does not count against it', () => {
    const before: Past = { permits: [inMarch], claims: [[scope, home, ['of-march', 'me']]] }
    expect(codesOf(yardSale.assess({ ...input({}, before), intakeId: 'me' }))).toEqual([])
  })

  test('[YS3] counts in the year of its first day', () => {
    expect(problems({}, { permits: [inMarch, lastYear], claims: [[scope, home, ['of-march']]] })).toEqual([])
    const acrossNewYear = { days: ['2026-12-31', '2027-01-01'] }
    const wide = set({ aheadDays: 300, weekdays: [4, 5] })
    expect(capsIn(assess(acrossNewYear, {}, wide))).toEqual([{ scope, subject: home, limit: 2 }])
    expect(problems(acrossNewYear, { claims: [[scope, home, ['a', 'b']]] }, wide)).toEqual(['annual-cap'])
    expect(problems(acrossNewYear, { claims: [['yard-sale/2027', home, ['a', 'b']]] }, wide)).toEqual([])
  })

  test('[YS4] canceled in time does not count, canceled too late does', () => {
    const canceled = { ...inApril, state: 'canceled' as const }
    expect(problems({}, { permits: [inMarch, canceled], claims: [[scope, home, ['of-march']]] })).toEqual([])
    expect(
      problems({}, { permits: [inMarch, canceled], claims: [[scope, home, ['of-march', 'of-april']]] }),
    ).toEqual(['annual-cap'])
  })

  test('[YS4] in time is until the hour of the day before, in the zone of the office', () => {
    const at = (date: string, time: string) =>
      yardSale.cancellation?.({
        issuance: permit({ validFrom: saturday, validUntil: sunday }),
        settings: defaults,
        now: instantOf(date, time, city.zone),
        zone: city.zone,
      })
    expect(at(friday, '16:30')).toEqual({ releasesClaims: true })
    expect(at(friday, '16:31')).toEqual({ releasesClaims: false })
  })

  test('[YS5] of another home is another count: the apartment makes the home', () => {
    const found = past({ claims: [[scope, home, ['a', 'b']]] })
    const at = (address: string) =>
      codesOf(yardSale.assess(inputOf(defaults, today, { ...good, address }, found)))
    expect(at('1248 Palm Avenue #4')).toEqual(['annual-cap'])
    expect(at('1248 Palm Ave Apt 5')).toEqual([])
  })

  test('[YS6] a person can have a cap of their own, wherever the sale is', () => {
    const settings = set({ salesPerPersonPerYear: 2 })
    const person = 'dana whitfield 9515550142'
    const before: Past = { claims: [['yard-sale-person/2026', person, ['a', 'b']]] }
    expect(problems({ name: 'DANA  Whitfield' }, before, settings)).toEqual(['person-cap'])
    expect(problems({ name: 'Sam Whitfield' }, before, settings)).toEqual([])
    expect(problems({}, before)).toEqual([])
    expect(capsIn(assess({}, {}, settings))).toHaveLength(2)
    expect(lookups(input({}, {}, settings))).toContainEqual({
      kind: 'claims',
      scope: 'yard-sale-person/2026',
      subject: person,
    })
  })

  test('[YS7] does not overlap another of the same home', () => {
    const other = permit({ validFrom: '2026-05-14', validUntil: saturday })
    expect(problems({}, { permits: [other] })).toEqual(['overlapping-permit'])
    expect(problems({ days: [sunday] }, { permits: [other] })).toEqual([])
    expect(problems({}, { permits: [{ ...other, state: 'canceled' }] })).toEqual([])
  })

  test('[YS7] does not share a day with one that is approved and not yet issued', () => {
    const [problem] = assess({}, { days: { [sunday]: 'other' } }).problems
    expect(problem).toMatchObject({ code: 'days-taken', values: { days: { list: [{ date: sunday }] } } })
    const said = word(yardSale.texts, { code: 'days-taken', values: problem?.values ?? {} }, 'en')
    expect(said).toBe('A sale at this home is approved for May 17, 2026.')
    expect(problems({ days: [saturday] }, { days: { [sunday]: 'other' } })).toEqual([])
    expect(problems({ exemption: 'charity' }, { days: { [sunday]: 'other' } })).toEqual(['days-taken'])
    const own = yardSale.assess({ ...input({}, { days: { [sunday]: 'me' } }), intakeId: 'me' })
    expect(codesOf(own)).toEqual([])
    expect(own.days?.['days']?.taken).toEqual([])
  })

  test('[YS7] claims each of its days, an exempt one too, and a day that is claimed cannot be chosen', () => {
    const slots = [saturday, sunday].map((day) => dayClaim(day, '').slot)
    const claims = slots.map((slot) => ({ scope: 'yard-sale-day', subject: home, slot }))
    expect(assess().claims.slice(1)).toEqual(claims)
    expect(assess({ exemption: 'charity' }).claims).toEqual(claims)
    expect(assess({}, { days: { [friday]: 'other' } }).days?.['days']?.taken).toEqual([friday])
  })

  test('[YS7] may lie between the days of another, where days need not follow each other', () => {
    const around = permit({
      validFrom: '2026-05-15',
      validUntil: '2026-05-22',
      data: { days: ['2026-05-15', '2026-05-22'] },
    })
    const settings = set({ consecutiveOnly: false })
    expect(problems({}, { permits: [around] }, settings)).toEqual([])
    expect(problems({ days: ['2026-05-22'] }, { permits: [around] }, settings)).toEqual([
      'overlapping-permit',
    ])
  })

  test('[YS9] a weekday that is not allowed is named once', () => {
    const days = ['2026-05-18', '2026-05-19', '2026-05-25']
    const told = assess({ days }, {}, set({ consecutiveOnly: false, maxDays: 7 })).problems
    expect(told.map(({ code, values }) => [code, values?.['days']])).toEqual([
      ['day-not-allowed', { list: [{ text: 'weekday-1' }, { text: 'weekday-2' }] }],
    ])
  })

  test('[YS8] keeps a distance in days from the others of its home, when the city sets one', () => {
    const settings = set({ gapDays: 30 })
    const before: Past = { permits: [permit({ validFrom: '2026-04-17', validUntil: '2026-04-17' })] }
    expect(problems({}, before)).toEqual([])
    expect(problems({}, before, settings)).toEqual(['gap-too-short'])
    expect(problems({ days: [sunday] }, before, settings)).toEqual([])
    const later: Past = { permits: [permit({ validFrom: '2026-06-05', validUntil: '2026-06-05' })] }
    expect(problems({}, later, settings)).toEqual(['gap-too-short'])
  })

  test('[YS8] also from one that is approved and not yet issued, and says from when on it may be', () => {
    const settings = set({ gapDays: 30 })
    const approved: Past = { days: { '2026-04-17': 'one', '2026-04-18': 'one', '2026-06-12': 'other' } }
    const [problem] = assess({}, approved, settings).problems
    expect(problem).toMatchObject({ code: 'gap-too-short', values: { earliest: { date: '2026-07-12' } } })
    expect(problems({}, approved)).toEqual([])
    expect(problems({ exemption: 'charity' }, approved, settings)).toEqual([])
    expect(problems({ days: [saturday] }, { days: { '2026-06-15': 'other' } }, settings)).toEqual([])
    const own = yardSale.assess({ ...input({}, { days: { '2026-05-15': 'me' } }, settings), intakeId: 'me' })
    expect(codesOf(own)).toEqual([])
  })

  test('[YS8] a day that is too close to another sale cannot be chosen', () => {
    const before: Past = { permits: [permit({ validFrom: '2026-05-01', validUntil: '2026-05-02' })] }
    const taken = (past: Past, changes: Answers = {}) =>
      assess(changes, past, set({ gapDays: 14 })).days?.['days']?.taken
    expect(taken(before)).toEqual(['2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'])
    expect(taken({ days: { '2026-05-02': 'other' } })).toEqual(taken(before))
    expect(taken(before, { exemption: 'charity' })).toEqual([])
  })

  test.each<[string, Answers, Partial<YardSaleSettings>, string[]]>([
    ['lasts too long', { days: [friday, saturday, sunday] }, { maxDays: 2 }, ['too-many-days']],
    ['has a day between its days', { days: [friday, sunday] }, {}, ['days-not-consecutive']],
    ['may have a day between', { days: [friday, sunday] }, { consecutiveOnly: false }, []],
    ['is on a day that is not allowed', { days: ['2026-05-14', friday] }, {}, ['day-not-allowed']],
    ['may be on any day', { days: ['2026-05-14', friday] }, { weekdays: [1, 2, 3, 4, 5, 6, 7] }, []],
  ])('[YS9] that %s', (_, answers, settings, expected) => {
    expect(problems(answers, {}, set(settings))).toEqual(expected)
  })

  test('[YS9] days on which no sale may be are named, so that nobody chooses one', () => {
    const earlier: Past = { permits: [permit({ validFrom: friday, validUntil: saturday })] }
    expect(assess({}, earlier, set({ leadDays: 2, aheadDays: 30 })).days).toEqual({
      days: {
        from: addDays(today, 2),
        to: addDays(today, 30),
        weekdays: [5, 6, 7],
        taken: [friday, saturday],
      },
    })
    expect(problems({ days: [saturday] }, earlier)).toEqual(['overlapping-permit'])
  })

  test.each<[string, Answers, Partial<YardSaleSettings>, string[]]>([
    ['opens before the hour', { opens: '06' }, {}, ['hours-not-allowed']],
    ['closes after the hour', { closes: '21' }, {}, ['hours-not-allowed']],
    ['keeps the very hours', { opens: '07', closes: '20' }, {}, []],
    ['ends before it starts', { opens: '13', closes: '12' }, {}, ['hours-reversed']],
  ])('[YS10] that %s', (_, answers, settings, expected) => {
    expect(problems(answers, {}, set(settings))).toEqual(expected)
  })

  test('[YS10] hours that are not allowed cannot be chosen', () => {
    const options = assess({}, {}, set({ untilHour: 18 })).options
    expect(Object.keys(options?.['opens'] ?? {})).toEqual(['06'])
    expect(Object.keys(options?.['closes'] ?? {}).sort()).toEqual(['19', '20', '21'])
  })

  test.each<[string, Answers, Partial<YardSaleSettings>, string[]]>([
    ['is today', { days: [today] }, { weekdays: [1] }, ['too-soon']],
    ['is today where that is fine', { days: [today] }, { weekdays: [1], leadDays: 0 }, []],
    ['is sooner than the notice', { days: [friday] }, { leadDays: 5 }, ['too-soon']],
    ['is too far ahead', { days: ['2026-11-14'] }, {}, ['too-far-ahead']],
  ])('[YS11] that %s', (_, answers, settings, expected) => {
    expect(problems(answers, {}, set(settings))).toEqual(expected)
  })

  test.each<[string, Answers, string[], string[]]>([
    ['in the city', { address: '550 East Sixth Street', place: 'house' }, [], []],
    [
      'out of the city, with a Beaumont ZIP',
      { address: '39500 Vineland St, Beaumont 92223', place: 'house' },
      ['outside-city'],
      [],
    ],
    ['on the county side of a road', { address: '1201 Brookside Ave', place: 'house' }, ['outside-city'], []],
    ['on the city side of it', { address: '1200 Brookside Ave', place: 'house' }, [], []],
    ['on a street not listed', { address: '12 Nowhere Ln', place: 'house' }, [], ['city-unsure']],
    ['beyond the numbers listed', { address: '5999 Palm Ave', place: 'house' }, [], ['city-unsure']],
    [
      'on a listed street of another city',
      { address: '550 E 6th St, Banning', place: 'house' },
      [],
      ['city-unsure'],
    ],
    ['with the direction behind it', { address: '550 6th St E', place: 'house' }, [], ['city-unsure']],
    ['without its suffix', { address: '550 East 6th', place: 'house' }, [], ['city-unsure']],
    [
      'with a word behind it that is not the city',
      { address: '1248 Palm Ave Casita', place: 'house' },
      [],
      ['city-unsure'],
    ],
  ])('[YS12] %s', (_, answers, refused, doubtful) => {
    const assessment = assess(answers)
    expect(codesOf(assessment)).toEqual(refused)
    expect(codesOf(assessment, 'clerk')).toEqual(doubtful)
    expect(assessment.checklist.some(({ code }) => code === 'city-unsure-check')).toBe(doubtful.length > 0)
  })

  test('[YS13] an apartment without its number is for the clerk to ask', () => {
    expect(codesOf(assess({ address: '1248 Palm Ave' }), 'clerk')).toEqual(['unit-unclear'])
    expect(codesOf(assess({ address: '1248 Palm Ave', place: 'house' }), 'clerk')).toEqual([])
  })

  test('[YS13] so is a mobile home without its space', () => {
    const at = (address: string) => codesOf(assess({ address, place: 'mobile-home' }), 'clerk')
    expect(at('1248 Palm Ave')).toEqual(['unit-unclear'])
    expect(at('1248 Palm Ave Spc 12')).toEqual([])
  })

  test('[YS13] and a home whose unit was written, but not understood: the clerk sees what was', () => {
    const assessment = assess({ address: '1248 Palm Ave 2nd Floor, Beaumont', place: 'house' })
    expect(codesOf(assessment, 'clerk')).toEqual(['unit-unclear'])
    expect(assessment.checklist.at(-1)).toMatchObject({
      code: 'unit-unclear-check',
      values: { address: '1248 Palm Ave, 2nd Floor, Beaumont' },
    })
  })

  test('[YS14] is at a home, by someone who lives there, with proof as the city asks', () => {
    expect(problems({ place: 'other' })).toEqual(['not-residential'])
    expect(problems({ occupancy: 'none' })).toEqual(['not-occupant'])
    const noProof = assess({}, {}, set({ occupancyProof: false }))
    expect(noProof.bring.map(({ code }) => code)).toEqual(['photo-id'])
  })

  test('[YS15] for a charity or a court is exempt as far as the city says, with a paper that proves it', () => {
    const full: Past = { claims: [[scope, home, ['a', 'b']]] }
    const charity = assess({ exemption: 'charity', place: 'other', occupancy: 'none' }, full)
    expect(codesOf(charity)).toEqual([])
    expect(totalOf(charity)).toBe(0)
    expect(capsIn(charity)).toEqual([])
    expect(charity.bring.map(({ code }) => code)).toEqual(['photo-id', 'host-letter', 'charity-letter'])
    expect(problems({ exemption: 'court-order', place: 'other' }, full)).toEqual(['not-residential'])
    const court = assess({ exemption: 'court-order' }, full)
    expect(court.bring.map(({ code }) => code)).toContain('court-order')

    const off = set({ charity: { ...defaults.charity, offered: false } })
    expect(problems({ exemption: 'charity' }, full, off)).toEqual(['annual-cap'])
    expect(assess({ exemption: 'charity' }, {}, off).options?.['exemption']).toHaveProperty(
      'charity.unavailable',
    )
  })

  test('[YS15] an exempt sale takes no place of the home’s own', () => {
    const exempt = yardSale.issue({ ...input({ exemption: 'charity' }), handedNumbers: [] })
    const before = permit({
      intakeId: null,
      validFrom: '2026-02-01',
      validUntil: '2026-02-01',
      data: exempt.data,
    })
    expect(capsIn(assess({}, { permits: [before] }))).toEqual([{ scope, subject: home, limit: 2 }])
  })

  test('[YS16] answers may come one by one', () => {
    const first = yardSale.assess(inputOf(defaults, today, {}))
    expect(first).toMatchObject({ problems: [], claims: [] })
    expect(lookups(inputOf(defaults, today, {}))).toEqual([])
    expect(lookups(inputOf(defaults, today, { address: good['address'] ?? '' }))).toHaveLength(2)
  })
})

describe('what is handed over', () => {
  const issued = yardSale.issue({ ...input(), handedNumbers: [] })
  const issuance = permit({
    number: '2026-0007',
    validFrom: issued.validFrom,
    validUntil: issued.validUntil,
    data: issued.data,
  })

  test('[YS17] the permit is kept under the home, for the days of the sale, without a name', () => {
    expect(issued).toMatchObject({
      kind: 'permit',
      number: null,
      subject: home,
      validFrom: saturday,
      validUntil: sunday,
    })
    expect(JSON.stringify(issued)).not.toMatch(/Dana|9515550142/)
  })

  test('[YS18] the page is read from the curb: address, days and hours first, and no name', () => {
    const { page } =
      yardSale.permit?.({ answers: good, settings: defaults, language: 'en', city, issuance }) ?? {}
    expect(page?.headline).toEqual([
      'YARD SALE',
      '1248 Palm Ave Apt 4',
      'Saturday, May 16',
      'Sunday, May 17',
      '8 am to 2 pm',
    ])
    expect(page?.rows[0]).toEqual({ label: 'Permit', text: '2026-0007' })
    expect(JSON.stringify(page)).not.toContain('Dana')
  })

  test('[YS18] it says by which day to call when it rains', () => {
    const { slip, page } =
      yardSale.permit?.({ answers: good, settings: defaults, language: 'en', city, issuance }) ?? {}
    expect(page?.footer).toContain('Rain? Call us by May 20, 2026 to move the sale.')
    expect(JSON.stringify(slip)).toContain('Call us by May 20, 2026')
  })

  test('[YS18] the slip says the same in Spanish', () => {
    const { slip } =
      yardSale.permit?.({ answers: good, settings: defaults, language: 'es', city, issuance }) ?? {}
    const text = JSON.stringify(slip)
    expect(text).toContain('"sábado, 16 de mayo de 2026"')
    expect(text).toContain('"de 8 a. m. a 2 p. m."')
    expect(text).toContain('2026-0007')
  })

  test('[P14] the slip begins with the city’s logo and ends with its number for a scanner', () => {
    const { slip } =
      yardSale.permit?.({ answers: good, settings: defaults, language: 'vi', city, issuance }) ?? {}
    expect(slip?.blocks[0]).toEqual({ type: 'logo' })
    expect(slip?.blocks).toContainEqual({ type: 'barcode', data: '2026-0007' })
    expect(slip?.blocks.at(-1)).toMatchObject({ text: 'Có câu hỏi? Gọi (951) 769-8520' })
  })

  test('[YS19] the declaration is under penalty of perjury, about household goods, with place, date and signature', () => {
    const inEnglish = JSON.stringify(
      yardSale.declaration?.({ answers: good, settings: defaults, language: 'en', city }),
    )
    expect(inEnglish).toContain('under penalty of perjury under the laws of the State of California')
    expect(inEnglish).toContain('2015.5')
    expect(inEnglish).toContain('household')
    expect(inEnglish).toContain('Date and city, California')
    const inSpanish = JSON.stringify(
      yardSale.declaration?.({ answers: good, settings: defaults, language: 'es', city }),
    )
    expect(inSpanish).toContain('bajo pena de perjurio')
    expect(inSpanish).toContain('under penalty of perjury under the laws of the State of California')
  })

  const move = (
    days: string[],
    changes: Answers = {},
    on = sunday,
    others: Issuance[] = [],
    claims: Past['claims'] = [],
    claimed: Past['days'] = {},
  ) =>
    yardSale.amend?.({
      ...inputOf(
        defaults,
        on,
        { ...good, days, ...changes },
        past({ permits: [issuance, ...others], claims, days: claimed }),
      ),
      issuance,
    })

  test('[YS20] a sale that rain kept from happening moves, and keeps its number', () => {
    const moved = move(['2026-05-23', '2026-05-24'])
    expect(moved).toMatchObject({
      ok: true,
      issuing: {
        number: '2026-0007',
        validFrom: '2026-05-23',
        validUntil: '2026-05-24',
        data: { movedFrom: saturday, address: '1248 Palm Ave Apt 4' },
      },
    })
  })

  test('[YS20] it may keep a day of its own', () => {
    const own = { [saturday]: 'of-i1', [sunday]: 'of-i1' }
    expect(move([sunday], {}, saturday, [], [], own)).toMatchObject({ ok: true })
  })

  test('[YS20] on the last day to report it, to the last day to hold it', () => {
    const settings = set({ rainReportDays: 3, rainMoveDays: 28 })
    const on = (today: string, day: string) =>
      yardSale.amend?.({
        ...inputOf(settings, today, { ...good, days: [day] }, past({ permits: [issuance] })),
        issuance,
      })?.ok
    expect(on('2026-05-20', '2026-06-14')).toBe(true)
    expect(on('2026-05-21', '2026-06-14')).toBe(false)
    expect(on('2026-05-20', '2026-06-19')).toBe(false)
  })

  test('[YS20] the cap does not ask again, not even when it is reached', () => {
    expect(move([sunday], {}, saturday, [inMarch], [[scope, home, ['of-march', 'of-i1']]])).toMatchObject({
      ok: true,
    })
  })

  test.each<[string, ReturnType<typeof move>, string]>([
    ['to a day that is not allowed', move(['2026-05-20']), 'day-not-allowed'],
    ['to the past', move([saturday]), 'move-days'],
    ['too far', move(['2026-06-20']), 'move-days'],
    ['too late', move(['2026-05-29'], {}, '2026-05-21'), 'move-too-late'],
    ['to another home', move(['2026-05-23'], { address: '1248 Palm Ave Apt 5' }), 'move-same-home'],
    [
      'onto another sale',
      move(['2026-05-23'], {}, sunday, [
        permit({ id: 'other', validFrom: '2026-05-23', validUntil: '2026-05-23' }),
      ]),
      'overlapping-permit',
    ],
    [
      'onto a sale that is approved',
      move(['2026-05-23'], {}, sunday, [], [], { '2026-05-23': 'other' }),
      'days-taken',
    ],
  ])('[YS20] but not %s', (_, moved, code) => {
    expect(moved).toMatchObject({ ok: false, problem: { code } })
  })

  test('[YS20] moved into another year it counts there, where the cap asks', () => {
    const december = permit({ validFrom: '2026-12-26', validUntil: '2026-12-27', number: '2026-0099' })
    const intoJanuary = (claims: string[]) =>
      yardSale.amend?.({
        ...inputOf(
          defaults,
          '2026-12-27',
          { ...good, days: ['2027-01-02'] },
          past({ permits: [december], claims: [['yard-sale/2027', home, claims]] }),
        ),
        issuance: december,
      })
    expect(intoJanuary(['a'])).toMatchObject({ ok: true, issuing: { number: '2026-0099' } })
    expect(intoJanuary(['a', 'b'])).toMatchObject({ ok: false, problem: { code: 'annual-cap' } })
  })
})
