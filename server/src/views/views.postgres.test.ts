import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCityDatabase, bearer, CityNode, publicUrl, ticket } from '../../test/city-server.ts'
import type { TestDatabase } from '../../test/database.ts'
import type {
  AssessmentView,
  AmendmentView,
  IntakeView,
  IssuancePageView,
  PaperFormView,
  IssuanceView,
  MyTicketView,
  SearchHit,
  ServicesView,
  StaffView,
} from '../contract/views.ts'
import { addDays, businessDay, weekday } from '../domain/time.ts'
import { putRecords } from '../records/city-record-store.ts'
import { demoPetRecords } from '../services/pet-tag/demo.ts'
import { blankRecord, writeRecord } from '../services/pet-tag/record.ts'
import { searchSql } from './search.ts'

let database: TestDatabase
let node: CityNode
let rosa: Record<string, string>

beforeAll(async () => {
  database = await aCityDatabase()
  await putRecords(database.pool, demoPetRecords(today), 'keep')
  node = await CityNode.start(database)
  rosa = { cookie: await node.signIn('rosa') }
})

afterAll(async () => {
  await node.stop()
  await database.drop()
})

const today = businessDay(Date.now(), 'America/Los_Angeles')

const nextSaturday = (from = addDays(today, 3)): string => addDays(from, (13 - weekday(from)) % 7)

const answers = {
  address: '550 E 6th St Apt 2',
  place: 'apartment',
  occupancy: 'owner',
  exemption: 'none',
  days: [nextSaturday()],
  opens: '08',
  closes: '14',
  name: 'José Núñez',
  phone: '9515550143',
}

const read = async <View>(path: string, who: Record<string, string> = rosa): Promise<View> => {
  const response = await node.get(path, who)
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return (await response.json()) as View
}

const find = (q: string): Promise<SearchHit[]> => read(`/api/search?q=${encodeURIComponent(q)}`)

describe('a yard sale permit, from the kiosk to the curb', () => {
  let visitId: string
  let intakeId: string
  let secretPath: string
  let issuanceId: string
  let issuedSeq: number

  it('is assessed at the kiosk', async () => {
    const response = await node.post('/api/assess', { service: 'yard-sale', answers }, bearer('kiosk'))
    const view = (await response.json()) as AssessmentView
    expect(view.invalid).toEqual([])
    expect(view.assessment.fees.map(({ cents }) => cents)).toEqual([500])
    expect(view.assessment.problems.filter(({ kind }) => kind === 'turn-away')).toEqual([])
  })

  it('names answers that do not fit, and leaves them out', async () => {
    const odd = { ...answers, phone: '12', shoe: 'red' }
    const response = await node.post('/api/assess', { service: 'yard-sale', answers: odd }, bearer('kiosk'))
    const view = (await response.json()) as AssessmentView
    expect(view.invalid).toEqual(
      expect.arrayContaining([
        { question: 'phone', code: 'not-a-phone' },
        { question: 'shoe', code: 'unknown-question' },
      ]),
    )
    expect(view.answers).not.toHaveProperty('phone')
    expect(view.answers).toHaveProperty('name')
  })

  it('[C13] is on the phone by the ticket’s own secret', async () => {
    const intake = { service: 'yard-sale', answers, quotedCents: 500 }
    const taken = await node.must(
      'take-ticket',
      { ...ticket, language: 'es', line: 'yard-sale', intakes: [intake] },
      bearer('kiosk'),
    )
    visitId = taken.visitId
    intakeId = taken.intakeIds[0] ?? ''
    const { rows } = await database.pool.query<{ document: unknown }>(
      'select document from print_job where job_id = $1',
      [taken.jobId],
    )
    secretPath = /\/t\/([^"]+)/.exec(JSON.stringify(rows[0]?.document))?.[1] ?? ''
    expect(taken.url, 'the kiosk can show it').toBe(`${publicUrl}/t/${secretPath}`)
    const { rows: kept } = await database.pool.query('select from command_key where reply::text like $1', [
      '%/t/%',
    ])
    expect(kept, 'and no reply keeps it').toEqual([])
    const view = await read<MyTicketView>(`/api/my-ticket/${secretPath}`, {})
    expect(view).toMatchObject({
      number: taken.number,
      state: 'waiting',
      window: null,
      before: 0,
      language: 'es',
    })
    expect(JSON.stringify(view)).not.toContain('Núñez')
  })

  it('is before the clerk in full, with what was corrected', async () => {
    const [windowId = ''] = Object.keys(node.office.state.windows)
    await node.must('open-window', { windowId }, rosa)
    await node.must('call-next', { windowId }, rosa)
    expect((await read<MyTicketView>(`/api/my-ticket/${secretPath}`, {})).window).toBe('1')
    await node.must('start-visit', { visitId }, rosa)
    await node.must('start-review', { intakeId }, rosa)
    const later = { ...answers, closes: '15' }
    const { seq } = await node.must('correct-answers', { intakeId, rev: 1, answers: later }, rosa)
    const view = await read<IntakeView>(`/api/intakes/${intakeId}?atLeast=${seq}`)
    expect(view.file).toMatchObject({ rev: 2, language: 'es', answers: { closes: '15', name: 'José Núñez' } })
    expect(view.corrections).toMatchObject([{ rev: 1, by: 'rosa', was: { closes: '14' } }])
    expect(view).toMatchObject({ quotedCents: 500, receipt: null, issuance: null })
  })

  it('is paid for and handed over', async () => {
    const marks = node.office.state.intakes[intakeId]?.marks ?? []
    for (const [item, mark] of marks.entries())
      if (mark === null)
        await node.must('mark-paper', { intakeId, rev: 2, item, mark: 'seen', evidence: '' }, rosa)
    await node.must('print-declaration', { intakeId, printerId: 'desk' }, rosa)
    await node.must('sign-declaration', { intakeId }, rosa)
    await node.must('approve-intake', { intakeId, rev: 2 }, rosa)
    const [windowId = ''] = Object.keys(node.office.state.windows)
    const { tillId } = await node.must('open-till', { windowId, floatCents: 10_000 }, rosa)
    const { jobId } = await node.must(
      'take-payment',
      {
        tillId,
        visitId,
        intakeIds: [intakeId],
        totalCents: 500,
        tenders: [{ kind: 'cash', cents: 2000 }],
        payer: 'José Núñez',
        printerId: null,
      },
      rosa,
    )
    const issued = await node.must('issue-intake', { intakeId, handedNumbers: [], printerId: null }, rosa)
    issuanceId = issued.issuanceId
    issuedSeq = issued.seq
    const view = await read<IntakeView>(`/api/intakes/${intakeId}?atLeast=${issuedSeq}`)
    expect(view.receipt).toMatchObject({ number: 1, payer: 'José Núñez', jobId })
    expect(view.issuance).toMatchObject({ id: issuanceId, number: issued.number, state: 'valid' })
  })

  it('[P7] names the paper of its receipt, whatever was printed since, as long as it is kept', async () => {
    const paper = async () => (await read<IntakeView>(`/api/intakes/${intakeId}`)).receipt?.jobId
    const jobId = (await paper()) ?? ''
    await node.must('reprint', { jobId, printerId: 'desk' }, rosa)
    expect(await paper()).toBe(jobId)
    const { rows } = await database.pool.query<{ kept: unknown }>(
      'delete from print_job where job_id = $1 returning to_json(print_job) as kept',
      [jobId],
    )
    expect(await paper()).toBeNull()
    await database.pool.query('insert into print_job select (json_populate_record(null::print_job, $1)).*', [
      rows[0]?.kept,
    ])
  })

  it('[C9] keeps the settings of its approval with the server', async () => {
    const { rows } = await database.pool.query<{ cents: number }>(
      "select (assessment->'settings'->>'feeCents')::int as cents from intake_file where intake_id = $1",
      [intakeId],
    )
    expect(rows).toEqual([{ cents: 500 }])
    const { file } = await read<IntakeView>(`/api/intakes/${intakeId}`)
    expect(file.assessment).not.toHaveProperty('settings')
    const issued = await read<IssuanceView>(`/api/issuances/${issuanceId}`)
    expect(issued.file?.assessment).not.toHaveProperty('settings')
  })

  it('prints as a page', async () => {
    const { page, issuance, city } = await read<IssuancePageView>(`/api/issuances/${issuanceId}/page`)
    expect(city.name).toBe('City of Beaumont')
    expect(page?.headline.length).toBeGreaterThan(0)
    expect(JSON.stringify(page)).toContain(issuance.number)
  })

  it.each([
    ['its number', () => node.office.state.intakes[intakeId] && `${today.slice(0, 4)}-0001`, 'issuance'],
    ['the name without accents', () => 'jose nun', 'intake'],
    ['the phone as people write it', () => '(951) 555-0143', 'intake'],
    ['the address, spelled out', () => '550 East Sixth Street #2', 'intake'],
    ['the last name alone', () => 'nuñ', 'intake'],
    ['the address', () => '550 E 6th St Apt 2', 'issuance'],
    ['the house without the unit', () => '550 East 6th St', 'intake'],
    ['the house without the unit, to the permit', () => '550 E. Sixth Street', 'issuance'],
    ['the name, to the permit', () => 'José Núñez', 'issuance'],
    ['the phone, to the permit', () => '951-555-0143', 'issuance'],
    ['the receipt’s bar code', () => 'R000001', 'intake'],
    ['the receipt’s bar code, to the permit', () => 'R000001', 'issuance'],
    ['the ticket', () => node.office.state.visits[visitId]?.number.toLowerCase(), 'visit'],
  ])('[C17] is found by %s', async (_, typed, kind) => {
    const hits = await find(typed() ?? '')
    expect(hits.map((hit) => hit.kind)).toContain(kind)
  })

  it('[I15] is looked at before it is moved: what may change, and what stands against it', async () => {
    const view = await read<IssuanceView>(`/api/issuances/${issuanceId}`)
    expect(view).toMatchObject({
      issuance: { id: issuanceId, state: 'valid' },
      file: { intakeId, answers: { name: 'José Núñez' } },
      amends: ['days', 'opens', 'closes'],
    })
    expect(view.countsWhenCanceled).toBe(false)
    const amend = async (days: string[]) => {
      const body = { answers: { ...view.file?.answers, days } }
      const response = await node.post(`/api/issuances/${issuanceId}/amendment`, body, rosa)
      return (await response.json()) as AmendmentView
    }
    const moved = [addDays(answers.days[0] ?? '', 1)]
    expect(await amend(moved)).toEqual({ problem: null, invalid: [] })
    expect((await amend([addDays(today, 300)])).problem).toMatchObject({ code: 'move-days' })
    expect((await amend(['no day'])).invalid).toEqual([{ question: 'days', code: 'not-a-date' }])

    const later = { ...view.file?.answers, days: moved }
    const { jobId } = await node.must(
      'amend-issuance',
      { issuanceId, answers: later, printerId: 'desk' },
      rosa,
    )
    const after = await read<IssuanceView>(`/api/issuances/${issuanceId}`)
    expect(after.issuance).toMatchObject({ number: view.issuance.number, validFrom: moved[0] })
    expect(after.slip?.jobId).toBe(jobId)
  })

  it('[I17] shows what has come up since the ticket', async () => {
    const home = { ...answers, address: '1120 Palm Ave Apt 1' }
    const intake = { service: 'yard-sale', answers: home, quotedCents: 500 }
    const filed = async (): Promise<string> => {
      const body = { visitId: null, channel: 'phone', language: 'en', intake } as const
      return (await node.must('add-intake', body, rosa)).intakeId
    }
    const problemsOf = async (id: string): Promise<string[]> => {
      const { file } = await read<IntakeView>(`/api/intakes/${id}?atLeast=${node.office.state.seq}`)
      return file.assessment.problems.map(({ code }) => code)
    }
    const [first, second] = [await filed(), await filed()]
    expect(await problemsOf(second)).toEqual([])

    await node.must('start-review', { intakeId: first }, rosa)
    for (const [item, mark] of (node.office.state.intakes[first]?.marks ?? []).entries())
      if (mark === null)
        await node.must('mark-paper', { intakeId: first, rev: 1, item, mark: 'seen', evidence: '' }, rosa)
    await node.must('sign-declaration', { intakeId: first }, rosa)
    await node.must('approve-intake', { intakeId: first, rev: 1 }, rosa)
    expect(await problemsOf(second)).toEqual(['days-taken'])
    const payment = {
      tillId: Object.keys(node.office.state.tills)[0],
      visitId: null,
      intakeIds: [first],
      totalCents: 500,
      tenders: [{ kind: 'cash', cents: 500 }],
      payer: '',
      printerId: null,
    }
    await node.must('take-payment', payment as never, rosa)
    await node.must('issue-intake', { intakeId: first, handedNumbers: [], printerId: null }, rosa)
    expect(await problemsOf(second)).toEqual(['overlapping-permit'])
    expect(await problemsOf(first)).toEqual([])
  })

  it('[I17] names the answer that fits no more, such as a day that is over', async () => {
    const intake = {
      service: 'yard-sale',
      answers: { ...answers, address: '1120 Palm Ave Apt 2' },
      quotedCents: 500,
    }
    const body = { visitId: null, channel: 'mail', language: 'en', intake } as const
    const { intakeId: id, seq } = await node.must('add-intake', body, rosa)
    const invalid = async () => (await read<IntakeView>(`/api/intakes/${id}?atLeast=${seq}`)).invalid
    expect(await invalid()).toEqual([])
    await database.pool.query(
      `update intake_file set answers = jsonb_set(answers::jsonb, '{days}', $2) where intake_id = $1`,
      [id, JSON.stringify([addDays(today, -2)])],
    )
    expect(await invalid()).toEqual([{ question: 'days', code: 'out-of-range' }])
  })

  /** All that a review asks for, up to the approval. */
  const reviewed = async (sale: typeof answers): Promise<string> => {
    const intake = { service: 'yard-sale', answers: sale, quotedCents: 500 }
    const body = { visitId: null, channel: 'phone', language: 'en', intake } as const
    const { intakeId: id } = await node.must('add-intake', body, rosa)
    await node.must('start-review', { intakeId: id }, rosa)
    for (const [item, mark] of (node.office.state.intakes[id]?.marks ?? []).entries())
      if (mark === null)
        await node.must('mark-paper', { intakeId: id, rev: 1, item, mark: 'seen', evidence: '' }, rosa)
    await node.must('sign-declaration', { intakeId: id }, rosa)
    return id
  }

  it('[YS2] counts what a form has claimed against others, not against its own correction', async () => {
    const home = { ...answers, address: '1130 Palm Ave Apt 2' }
    const approved = async (days: string[]): Promise<string> => {
      const id = await reviewed({ ...home, days })
      await node.must('approve-intake', { intakeId: id, rev: 1 }, rosa)
      return id
    }
    const days = answers.days
    await approved([addDays(days[0] ?? '', 1)])
    const second = await approved(days)
    const problems = async (own: object, who: Record<string, string>): Promise<string[]> => {
      const body = { service: 'yard-sale', answers: { ...home, days }, ...own }
      const { assessment } = (await (await node.post('/api/assess', body, who)).json()) as AssessmentView
      return assessment.problems.filter(({ kind }) => kind === 'turn-away').map(({ code }) => code)
    }
    expect(await problems({ intakeId: second }, rosa)).toEqual([])
    expect(await problems({}, rosa)).toEqual(['annual-cap', 'days-taken'])
    expect(await problems({ intakeId: second }, bearer('kiosk'))).toEqual(['annual-cap', 'days-taken'])
  })

  it('[YS7] approves one of two forms for one day, though they are decided in one batch', async () => {
    const home = { ...answers, address: '1130 Palm Ave Apt 3' }
    const rivals = [await reviewed(home), await reviewed(home)]
    const clerk = { type: 'clerk', id: 'rosa', name: 'Rosa', roles: ['clerk'] } as const
    const approvals = await Promise.all(
      rivals.map((intakeId) =>
        node.office.submit(
          { kind: 'approve-intake', body: { intakeId, rev: 1 } },
          clerk,
          `rival-${intakeId}`,
        ),
      ),
    )
    expect(approvals).toMatchObject([
      { ok: true },
      { ok: false, code: 'eligibility', details: { problem: 'days-taken' } },
    ])
  })

  it('is not found at another unit', async () => {
    expect(await find('550 E 6th St Apt 3')).toEqual([])
    expect(await find('550 E 6th St Apt 20')).toEqual([])
    expect(await find('550 E 6th')).toEqual([])
    expect(await find('55 E 6th St')).toEqual([])
  })
})

it('[C13] tells the kiosk of a tag no more than the pet’s name', async () => {
  const response = await node.post(
    '/api/assess',
    { service: 'pet-tag', answers: { purpose: 'renew', 'has-tag': true, tag: '20417' } },
    bearer('kiosk'),
  )
  const text = await response.text()
  expect(text).toContain('Biscuit')
  for (const secret of ['Dana', 'Whitfield', '1248', 'Palm', '555-0142', '9515550142'])
    expect(text).not.toContain(secret)
  const { assessment } = JSON.parse(text) as AssessmentView
  expect([assessment.checklist, assessment.claims, assessment.handover.kind]).toEqual([[], [], 'none'])
})

it('[PT21] tells the clerk what the record of the tag holds', async () => {
  const { intakeIds } = await node.must(
    'take-ticket',
    {
      ...ticket,
      line: 'pet-tag',
      intakes: [
        {
          service: 'pet-tag',
          answers: { purpose: 'renew', 'has-tag': true, tag: '20417' },
          quotedCents: null,
        },
      ],
    },
    bearer('kiosk'),
  )
  const { onFile } = await read<IntakeView>(`/api/intakes/${intakeIds[0]}`, rosa)
  expect(onFile.map(({ value }) => value)).toContain('Dana Whitfield')
})

it('[C17] finds a record by its tag, its owner, and the owner’s phone; and who is here for that tag', async () => {
  expect((await find('20417')).map(({ kind }) => kind)).toEqual(['intake', 'record'])
  expect(await find('20417')).toContainEqual(
    expect.objectContaining({ kind: 'record', service: 'pet-tag', key: '20417' }),
  )
  const record = (await find('20417')).find((hit) => hit.kind === 'record')
  expect(record?.lines, 'each line with its label').toContainEqual({
    label: 'file-owner',
    value: 'Dana Whitfield',
    shares: 'name',
  })
  expect(await find('020 417'), 'however it is written').toEqual(await find('20417'))
  for (const typed of ['Whitfield', '(951) 555-0142'])
    expect(await find(typed)).toContainEqual(expect.objectContaining({ kind: 'record', key: '20417' }))

  await database.pool.query(
    `update city_record set data = jsonb_set(data::jsonb, '{writtenBy}', to_jsonb(intake_id))
     from intake_file where key = '20417' and words like '%20417%'`,
  )
  expect(
    (await find('20417')).map(({ kind }) => kind),
    'and tells a form once',
  ).toEqual(['intake', 'record'])
})

describe('[C17] the record of a dog, by its owner', () => {
  const owners = {
    '501': 'Íñigo Núñez-Ríos',
    '502': 'MONICA FARIAS',
    '503': 'Sean O’Neil',
    '504': "Kate O'Neil",
  }
  beforeAll(async () => {
    const records = Object.entries(owners).map(([key, ownerName]) => {
      const record = { ...blankRecord, tag: key, ownerName, address: `12${key} O'Connor Ave` }
      return writeRecord(record)
    })
    await putRecords(database.pool, records, 'keep')
  })

  it.each([
    ['Íñigo Núñez-Ríos', ['501']],
    ['inigo nunez', ['501']],
    ['Inigo', ['501']],
    ['Nunez-Rios', ['501']],
    ['ríos, iñigo', ['501']],
    ['Mónica Farías', ['502']],
    ['Fari', ['502']],
    ['oneil', ['503', '504']],
    ["O'Neil", ['503', '504']],
    ['12501 OConnor Ave', ['501']],
    ['12501 O’Connor Avenue', ['501']],
    ['1250', []],
    ['1250 O’Connor Ave', []],
  ])('is found by %j as %j', async (typed, keys) => {
    const hits = await find(typed)
    expect(hits.flatMap((hit) => (hit.kind === 'record' ? [hit.key] : []))).toEqual(keys)
  })

  it('is not found by the id of the form that wrote it', async () => {
    const writtenBy = 'abed1234-0000-8000-8000-000000000000'
    const record = writeRecord({ ...blankRecord, tag: '505', ownerName: 'Lee Wong' })
    await putRecords(database.pool, [{ ...record, data: { ...record.data, writtenBy } }], 'keep')
    expect(await find('Wong')).toMatchObject([{ key: '505' }])
    expect(await find('Abe')).toEqual([])
  })

  it('is found before those whose words only begin so', async () => {
    const namesakes = Array.from({ length: 12 }, (_, n) => `Kimberly ${n}`)
    const records = [...namesakes, 'Kim'].map((ownerName, n) =>
      writeRecord({ ...blankRecord, tag: `${600 + n}`, ownerName }),
    )
    await putRecords(database.pool, records, 'keep')
    const hits = await find('kim')
    expect(hits).toHaveLength(10)
    expect(hits[0]).toMatchObject({ key: '612' })
  })
})

it('[PT24] gives the form of an affidavit to print, and only of a paper that is asked', async () => {
  const answers = { purpose: 'renew', 'has-tag': true, tag: '20417', assistance: true }
  const intake = { service: 'pet-tag', answers, quotedCents: null }
  const body = { visitId: null, channel: 'counter', language: 'vi', intake } as const
  const { intakeId, seq } = await node.must('add-intake', body, rosa)
  const { form } = await read<PaperFormView>(`/api/intakes/${intakeId}/forms/signed-form`)
  expect(form.language).toBe('vi')
  for (const text of ['Dana Whitfield', 'Biscuit', 'Bộ luật Hình sự 365.7', 'Penal Code 365.7'])
    expect(JSON.stringify(form)).toContain(text)
  for (const path of [`${intakeId}/forms/microchip`, 'none/forms/signed-form'])
    expect((await node.get(`/api/intakes/${path}`, rosa)).status).toBe(404)
  expect(node.office.state.seq, 'no fact tells of it').toBe(seq)
})

it('[C17] finds a pass and its form by each of its cards, however the number is typed', async () => {
  const { intakeId } = await node.must(
    'add-intake',
    {
      visitId: null,
      channel: 'counter',
      language: 'en',
      intake: {
        service: 'bus-pass',
        answers: { product: 'day', fare: 'regular', quantity: 3 },
        quotedCents: null,
      },
    },
    rosa,
  )
  await node.must('start-review', { intakeId }, rosa)
  await node.must('approve-intake', { intakeId, rev: 1 }, rosa)
  const [tillId = ''] = Object.keys(node.office.state.tills)
  const tenders = [{ kind: 'cash', cents: 975 }] as const
  const payment = { tillId, visitId: null, intakeIds: [intakeId], payer: '', printerId: null }
  await node.must('take-payment', { ...payment, totalCents: 975, tenders: [...tenders] }, rosa)
  await node.must(
    'issue-intake',
    { intakeId, handedNumbers: ['bt-1', 'bt-2', 'bt-3'], printerId: null },
    rosa,
  )
  for (const typed of ['BT-1', 'BT-2', 'bt-2', ' bt -2', 'BT-3'])
    expect(await find(typed)).toMatchObject([
      { kind: 'issuance', number: 'BT-1' },
      { kind: 'intake', intakeId },
      { kind: 'record', key: typed.replaceAll(' ', '').toUpperCase() },
    ])
})

it('[I18] tells before a cancellation that one of its records was written again since, and stays', async () => {
  const hit = (await find('BT-1')).find(({ kind }) => kind === 'issuance')
  const look = async () =>
    read<IssuanceView>(`/api/issuances/${hit?.kind === 'issuance' ? hit.issuanceId : ''}`)
  expect(await look()).toMatchObject({ writtenSince: false })
  const record = { service: 'bus-pass', key: 'BT-2', data: { from: '2030-01-01', until: '2030-01-31' } }
  await putRecords(database.pool, [record], 'replace')
  expect(await look()).toMatchObject({ writtenSince: true })
})

it('[C17] finds the ticket of an earlier day as long as its visit is live, and says of which day it is', async () => {
  const { visitId, number } = await node.must(
    'take-ticket',
    { ...ticket, line: 'yard-sale', intakes: [] },
    bearer('kiosk'),
  )
  expect(await find(number)).toMatchObject([{ kind: 'visit', visitId, businessDay: today }])
  const becomes = (day: string, live: boolean) =>
    database.pool.query('update visit set business_day = $2, live = $3 where id = $1', [visitId, day, live])
  const yesterday = addDays(today, -1)
  await becomes(yesterday, true)
  expect(await find(number)).toMatchObject([{ kind: 'visit', visitId, businessDay: yesterday }])
  await becomes(yesterday, false)
  expect(await find(number)).toEqual([])
  await becomes(today, true)
})

describe('in a city of many years', () => {
  beforeAll(async () => {
    await database.pool.query(`
      insert into intake_file (intake_id, office, service, language, rev, answers, assessment, evidence, name, words, phone,
          address_key)
        select 'old-' || n, 'city-hall', 'yard-sale', 'en', 1, '{}', '{}', '{}', 'Old ' || n, 'old ' || n, '951' || n,
          'key ' || n
        from generate_series(1000000, 1020000) n;
      insert into issuance select 'old-' || n, 'city-hall', 'yard-sale', 'old-' || n, 'permit', 'OLD-' || n, 'key ' || n,
          '2020-01-01', '2020-01-02', now(), 'valid', '{}'
        from generate_series(1000000, 1020000) n;
      insert into city_record select 'pet-tag', 'old-' || n, json_build_object('owner', 'Old ' || n)
        from generate_series(1000000, 1020000) n;
      analyze intake_file, issuance, city_record`)
  })

  it.each([
    ['records', searchSql.records, [['20417'], `'whitf':*`, 'whitf', '', '']],
    ['files', searchSql.files, ['city-hall', `'nunez':*`, '9515550143', '550 e 6th st']],
    ['issuances', searchSql.issuances, ['city-hall', ['2026-0001', '20417'], ['old-1000001']]],
    ['intakes', searchSql.intakes, ['city-hall', ['old-1000001']]],
    ['visits', searchSql.visits, ['city-hall', today, 'Y001']],
    ['receipts', searchSql.receipts, ['city-hall', 1]],
  ])('[C17] looks for %s in indexes alone', async (_, sql, values) => {
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toMatch(/Seq Scan on (intake_file|issuance|city_record|receipt)/)
    expect(plan).toMatch(/Index/)
  })
})

it('[C17] finds a family name of one Chinese character, by it alone', async () => {
  const intake = {
    service: 'yard-sale',
    answers: { ...answers, name: '李小明', phone: '9515550188' },
    quotedCents: 500,
  }
  await node.must('take-ticket', { ...ticket, line: 'yard-sale', intakes: [intake] }, bearer('kiosk'))
  expect(await find('李')).toMatchObject([{ kind: 'intake', name: '李小明' }])
})

it('[C17] tells the units of a house by the order of bytes, whatever the order of the database is', async () => {
  const { rows } = await database.pool.query(
    'select pg_collation_for(address_key) as "order" from intake_file limit 1',
  )
  expect(rows).toEqual([{ order: '"C"' }])
})

it.each(["%' or 1=1 --", '_____', '<img onerror=x>', '&|!:*()'])(
  'searches %s as it is written',
  async (q) => {
    expect(await find(q)).toEqual([])
  },
)

it('tells apps the city, its services, streets and people', async () => {
  const view = await read<ServicesView>('/api/services', bearer('kiosk'))
  expect(view.city?.name).toBe('City of Beaumont')
  expect(view.services.map(({ id }) => id)).toEqual(['yard-sale', 'pet-tag', 'bus-pass'])
  expect(view.streets).toContain('E 6th St')
  expect((await read<StaffView[]>('/api/staff')).map(({ name }) => name)).toEqual(['grace', 'rosa', 'sam'])
})
