import { inEachLanguage } from '@lobbyline/server/contract'
import type { Assessment, ClientResult, ServiceDefinition } from '@lobbyline/server/contract'
import { describe, expect, it } from 'vitest'
import './plain-runes.ts'
import { VisitFlow } from './visit-flow.svelte.ts'

const both = (text: string) => inEachLanguage(() => text)

const toy: ServiceDefinition = {
  id: 'toy',
  prefix: 'T',
  icon: 'tag',
  name: both('Toy'),
  about: both('A toy'),
  texts: {},
  denials: [],
  questions: [
    { id: 'name', kind: { type: 'name' }, title: both('Name'), label: both('Name'), shares: 'name' },
    { id: 'loud', kind: { type: 'yes-no' }, title: both('Loud'), label: both('Loud') },
    {
      id: 'note',
      kind: { type: 'text', maxLength: 20 },
      title: both('Note'),
      label: both('Note'),
      optional: true,
    },
  ],
}
const other: ServiceDefinition = {
  ...toy,
  id: 'other-toy',
  questions: [
    { id: 'owner', kind: { type: 'name' }, title: both('Owner'), label: both('Owner'), shares: 'name' },
  ],
}
const assessment: Assessment = {
  problems: [],
  fees: [{ code: 'fee', cents: 500, account: 'revenue:toy' }],
  bring: [],
  checklist: [],
  declaration: null,
  oath: false,
  claims: [],
  handover: { kind: 'none', number: 'assigned', count: 0 },
}

interface Sent {
  kind: string
  body: { line: string; intakes: unknown[] }
  key: string
}

const aFlow = ({ isOnline = true, found = assessment } = {}) => {
  const sent: Sent[] = []
  const server = { isOnline, found, answersAfter: Promise.resolve() }
  const answer = (): ClientResult<unknown> =>
    server.isOnline
      ? { ok: true, value: { answers: {}, assessment: server.found, invalid: [] } }
      : { ok: false, error: { code: 'offline' } }
  const flow = new VisitFlow({
    assess: {
      query: (async () => {
        await server.answersAfter
        return answer()
      }) as never,
    },
    command: {
      command: (async (kind: string, body: Sent['body'], key: string) => {
        sent.push({ kind, body, key })
        return { ok: true, value: { visitId: 'v', number: 'T001', jobId: null, intakeIds: [], seq: 1 } }
      }) as never,
    },
    today: () => '2026-11-23',
    ticket: async (text) => {
      if (text === 'P012') return { visitId: 'v12' }
      if (text === '12') return 'several'
      return server.isOnline ? 'unknown' : 'offline'
    },
  })
  return { flow, sent, server }
}

const answer = async (flow: VisitFlow, entry: string | boolean | null): Promise<void> => {
  flow.entry = entry
  await flow.next()
}

const answerAll = async (flow: VisitFlow): Promise<void> => {
  flow.begin()
  await flow.choose(toy)
  await answer(flow, ' María Núñez ')
  await answer(flow, true)
  await answer(flow, null)
}

describe('someone who has an appointment', () => {
  it('has its time on the ticket, and the next one has none of it', async () => {
    const { flow, sent } = aFlow()
    const takes = async () => {
      await flow.takeTicket('other', 'en')
      return sent.at(-1)?.body
    }
    flow.begin(1_000)
    expect(await takes()).toMatchObject({ appointmentAt: 1_000 })
    flow.wipe()
    flow.begin()
    expect(await takes()).toMatchObject({ appointmentAt: null })
  })

  it('may say that they have none after all', () => {
    const { flow } = aFlow()
    flow.begin(1_000)
    flow.askAppointment()
    expect(flow.appointmentAt).toBeNull()
  })
})

it('what a scanned code answers is not asked, and the rest is', async () => {
  const { flow } = aFlow()
  flow.begin()
  await flow.choose(toy, { name: 'Bello' })
  expect(flow.page).toEqual({ name: 'question', id: 'loud' })
  await flow.back()
  expect(flow.entry).toBe('Bello')
})

it('an answer that was for whoever left opens nothing for the next one', async () => {
  const { flow, server } = aFlow()
  const [forTheFirst, forTheSecond] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  flow.begin()
  server.answersAfter = forTheFirst.promise
  const first = flow.choose(toy, { name: 'Bello' })
  flow.wipe()
  flow.begin()
  server.answersAfter = forTheSecond.promise
  const second = flow.choose(toy)
  forTheFirst.resolve()
  await first
  expect(flow.page).toEqual({ name: 'service' })
  forTheSecond.resolve()
  await second
  expect(flow.page).toEqual({ name: 'question', id: 'name' })
})

describe('someone who has a number', () => {
  it('is not told that nobody has it while that cannot be known', async () => {
    const { flow } = aFlow({ isOnline: false })
    flow.askNumber()
    await answer(flow, 'P013')
    expect(flow.problem).toBe('offline')
    await answer(flow, '')
    expect(flow.problem).toBe('required')
  })

  it('is shown their visit, and told what is wrong with a number that nobody has', async () => {
    const { flow } = aFlow()
    flow.begin()
    flow.askNumber()
    await answer(flow, '  ')
    expect(flow.problem).toBe('required')
    await answer(flow, 'P013')
    expect(flow.problem).toBe('unknown-option')
    await answer(flow, '12')
    expect(flow.problem).toBe('several-tickets')
    await answer(flow, ' P012 ')
    expect(flow.page).toEqual({ name: 'standing', visitId: 'v12' })
    await flow.back()
    expect(flow.page).toEqual({ name: 'number' })
    await flow.back()
    expect(flow.page).toEqual({ name: 'service' })
  })
})

describe('a visit at the kiosk', () => {
  it('leads from the service over its questions and costs to the check', async () => {
    const { flow } = aFlow()
    await answerAll(flow)
    expect(flow.page).toEqual({ name: 'costs' })
    await flow.next()
    expect(flow.page).toEqual({ name: 'check' })
    expect(flow.answers).toEqual({ name: 'María Núñez', loud: true })
    expect(flow.quotedCents).toBe(500)
  })

  it('stays where an answer is missing and says what is wrong; typing on takes the problem away', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    await answer(flow, '  ')
    expect(flow.page).toEqual({ name: 'question', id: 'name' })
    expect(flow.problem).toBe('required')
    flow.entry = 'M'
    expect(flow.problem).toBeNull()
  })

  it('says the same mistake anew each time', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    await answer(flow, null)
    const next = flow.next()
    expect(flow.problem).toBeNull()
    await next
    expect(flow.problem).toBe('required')
  })

  it('sends one order for one ticket, however often it is touched', async () => {
    const { flow, sent } = aFlow()
    await answerAll(flow)
    await Promise.all([flow.takeTicket('toy', 'en'), flow.takeTicket('toy', 'en')])
    await flow.takeTicket('toy', 'en')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body.intakes).toEqual([
      { service: 'toy', answers: { name: 'María Núñez', loud: true }, quotedCents: 500 },
    ])
  })

  it('goes on without the server, quotes nothing and still sends the answers', async () => {
    const { flow, sent } = aFlow({ isOnline: false })
    await answerAll(flow)
    expect(flow.isChecked).toBe(false)
    await flow.next()
    await flow.takeTicket('toy', 'en')
    expect(sent[0]?.body.intakes).toEqual([
      { service: 'toy', answers: { name: 'María Núñez', loud: true }, quotedCents: null },
    ])
  })

  describe('when the server is back before there is a ticket', () => {
    const turnAway = { kind: 'turn-away', code: 'no', question: 'name' } as const

    const toCostsOffline = async (found: Assessment) => {
      const made = aFlow({ isOnline: false, found })
      await answerAll(made.flow)
      expect(made.flow.page).toEqual({ name: 'costs' })
      return made
    }

    it('tells what it costs, and then goes on', async () => {
      const { flow, server } = await toCostsOffline(assessment)
      const before = flow.page
      server.isOnline = true
      await flow.next()
      expect(flow.page).toEqual({ name: 'costs' })
      expect(flow.page, 'a page that is read anew').not.toBe(before)
      expect(flow.quotedCents).toBe(500)
      await flow.next()
      expect(flow.page).toEqual({ name: 'check' })
    })

    it('tells that the counter could not help', async () => {
      const { flow, server } = await toCostsOffline({ ...assessment, problems: [turnAway] })
      server.isOnline = true
      await flow.next()
      expect(flow.page).toEqual({ name: 'turn-away' })
    })

    it('goes on to the check where there is nothing to tell', async () => {
      const { flow, server } = await toCostsOffline({ ...assessment, fees: [] })
      server.isOnline = true
      await flow.next()
      expect(flow.page).toEqual({ name: 'check' })
    })

    it.each([
      ['that the counter could not help', { ...assessment, problems: [turnAway] }, 'turn-away'],
      ['what it costs', assessment, 'costs'],
    ])('tells from the check too %s', async (_, found, page) => {
      const { flow, sent, server } = await toCostsOffline(found)
      await flow.next()
      expect(flow.page).toEqual({ name: 'check' })
      server.isOnline = true
      await flow.takeTicket('toy', 'en')
      expect([flow.page, sent]).toEqual([{ name: page }, []])
    })

    it('gives the ticket at once where there is nothing to tell', async () => {
      const { flow, sent, server } = await toCostsOffline({ ...assessment, fees: [] })
      await flow.next()
      server.isOnline = true
      await flow.takeTicket('toy', 'en')
      expect(sent[0]?.body.intakes).toMatchObject([{ quotedCents: 0 }])
    })
  })

  it('takes no ticket in the moment in which an answer is looked at', async () => {
    const { flow, sent } = aFlow()
    await flow.choose(toy)
    flow.entry = 'María'
    const next = flow.next()
    await flow.takeTicket('toy', 'en')
    await next
    expect([flow.page, flow.order, sent]).toEqual([{ name: 'question', id: 'loud' }, null, []])
  })

  it('gives who is turned away in mid-way a ticket without a half form', async () => {
    const problems = [{ kind: 'turn-away', code: 'no', question: 'name' } as const]
    const { flow, sent } = aFlow({ found: { ...assessment, problems } })
    await flow.choose(toy)
    await answer(flow, 'María')
    expect(flow.page).toEqual({ name: 'turn-away' })
    await flow.takeTicket('toy', 'en')
    expect(sent[0]?.body).toMatchObject({ line: 'toy', intakes: [] })
    expect(flow.order?.wish).toMatchObject({ line: 'toy', told: [] })
  })

  it('says of a ticket only what was sent with it', async () => {
    const { flow, sent } = aFlow()
    await answerAll(flow)
    await flow.takeTicket('other', 'en')
    expect(sent[0]?.body).toMatchObject({ line: 'other', intakes: [] })
    expect(flow.order).toMatchObject({ wish: { line: 'other', told: [] }, totalCents: 0 })
  })

  it('puts several services on one ticket, and asks nothing twice', async () => {
    const { flow, sent } = aFlow()
    await answerAll(flow)
    flow.fileAnother()
    expect(flow.page).toEqual({ name: 'service' })
    expect(flow.hasAnswers).toBe(true)
    await flow.choose(other)
    expect(flow.entry).toBe('María Núñez')
    await flow.next()
    expect(flow.totalCents).toBe(1000)
    await flow.takeTicket('other-toy', 'en')
    expect(flow.order).toMatchObject({
      wish: { told: [{ service: toy }, { service: other }] },
      totalCents: 1000,
    })
    expect(sent[0]?.body).toMatchObject({
      line: 'toy',
      intakes: [
        { service: 'toy', answers: { name: 'María Núñez', loud: true }, quotedCents: 500 },
        { service: 'other-toy', answers: { owner: 'María Núñez' }, quotedCents: 500 },
      ],
    })
    flow.wipe()
    expect(flow.filed).toEqual([])
  })

  it('what comes late of a service that is not wanted after all says nothing of the one before', async () => {
    const { flow, sent, server } = aFlow()
    await answerAll(flow)
    flow.fileAnother()
    const late = Promise.withResolvers<void>()
    server.answersAfter = late.promise
    server.found = { ...assessment, fees: [{ code: 'fee', cents: 90_000, account: 'revenue:other' }] }
    const choosing = flow.choose(other)
    flow.unfile()
    expect(flow.isBusy, 'the service before waits for nothing').toBe(false)
    late.resolve()
    await choosing
    expect([flow.page, flow.quotedCents]).toEqual([{ name: 'check' }, 500])
    await flow.takeTicket('toy', 'en')
    expect(sent[0]?.body.intakes).toMatchObject([{ service: 'toy', quotedCents: 500 }])
  })

  it('a service that is added while the one before is looked at waits for its own answer, and no ticket comes of it', async () => {
    const { flow, sent, server } = aFlow({ isOnline: false })
    await answerAll(flow)
    await flow.next()
    server.isOnline = true
    const [forTheFirst, forTheSecond] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    server.answersAfter = forTheFirst.promise
    const taking = flow.takeTicket('toy', 'en')
    flow.fileAnother()
    server.answersAfter = forTheSecond.promise
    const choosing = flow.choose(other)
    forTheFirst.resolve()
    await taking
    expect([flow.isBusy, flow.isChecked, sent]).toEqual([true, false, []])
    forTheSecond.resolve()
    await choosing
    expect([flow.isBusy, flow.isChecked, flow.page]).toEqual([false, true, { name: 'question', id: 'owner' }])
  })

  it('goes back to what was told when nothing else is wanted after all', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    flow.fileAnother()
    expect(flow.filed, 'what is not told in full is not filed').toEqual([])
    flow.wipe()
    await answerAll(flow)
    flow.fileAnother()
    flow.unfile()
    expect(flow.page).toEqual({ name: 'check' })
    expect(flow.answers).toEqual({ name: 'María Núñez', loud: true })
    expect(flow.totalCents).toBe(500)
  })

  it('changes one line of the check and loses no other', async () => {
    const { flow } = aFlow()
    await answerAll(flow)
    await flow.next()
    flow.change('loud')
    expect(flow.entry).toBe(true)
    await answer(flow, false)
    expect(flow.page).toEqual({ name: 'check' })
    expect(flow.answers).toEqual({ name: 'María Núñez', loud: false })
  })

  describe('a changed line that brings something new', () => {
    const proof: Assessment = { ...assessment, bring: [{ code: 'proof', icon: 'id-card' }] }
    const notFound: Assessment = {
      ...assessment,
      problems: [{ kind: 'clerk', code: 'not-found', question: 'name', values: { pet: 'Bello' } }],
      values: { pet: 'Bello' },
    }
    const atTheCheck = async (found: Assessment) => {
      const made = aFlow({ found })
      await answerAll(made.flow)
      while (made.flow.page.name !== 'check') await made.flow.next()
      return made
    }
    const changes = async ({ flow, server }: ReturnType<typeof aFlow>, found: Assessment) => {
      server.found = found
      flow.change('loud')
      await answer(flow, false)
      return flow.page
    }

    it.each([
      ['a paper', assessment, proof, ['bring', 'check']],
      ['a notice', assessment, notFound, ['costs', 'check']],
      ['both', assessment, { ...proof, problems: notFound.problems }, ['costs', 'bring', 'check']],
      ['another paper', proof, { ...proof, bring: [{ code: 'other', icon: 'tag' }] }, ['bring', 'check']],
      ['nothing', proof, proof, ['check']],
      ['a fee alone', assessment, { ...assessment, fees: [] }, ['check']],
      ['less: a paper is not asked for any more', proof, assessment, ['check']],
      ['less: a notice is settled', notFound, assessment, ['check']],
    ] as const)('tells %s', async (_, before, after, pages) => {
      const made = await atTheCheck(before)
      const told = [(await changes(made, after)).name]
      while (made.flow.page.name !== 'check') {
        await made.flow.next()
        told.push(made.flow.page.name)
      }
      expect(told).toEqual(pages)
    })

    it('the same notice of a dog whose name was mended is no news', async () => {
      const made = await atTheCheck(notFound)
      const pet = { pet: 'Bella' }
      const problems = notFound.problems.map((problem) => ({ ...problem, values: pet }))
      expect(await changes(made, { ...notFound, problems, values: pet })).toEqual({ name: 'check' })
    })

    it('a notice of another day is news', async () => {
      const on = (date: string): Assessment => ({
        ...assessment,
        problems: [{ kind: 'notice', code: 'ends', values: { until: { date } } }],
      })
      const made = await atTheCheck(on('2026-11-30'))
      expect(await changes(made, on('2026-12-31'))).toEqual({ name: 'costs' })
    })

    it('is told again to who took it back and then wants it all the same', async () => {
      const made = await atTheCheck(proof)
      await changes(made, assessment)
      expect(await changes(made, proof)).toEqual({ name: 'bring' })
    })

    it('leads back to the line, and from there straight to the check once it is as before', async () => {
      const made = await atTheCheck(assessment)
      const { flow, server } = made
      await changes(made, { ...proof, problems: notFound.problems })
      await flow.next()
      flow.missPapers()
      const pages = []
      for (let count = 0; count < 3; count += 1) {
        await flow.back()
        pages.push(flow.page)
      }
      expect(pages).toEqual([{ name: 'bring' }, { name: 'costs' }, { name: 'question', id: 'loud' }])
      server.found = assessment
      await answer(flow, true)
      expect(flow.page).toEqual({ name: 'check' })
    })

    it('is told before the ticket to who went back over it', async () => {
      const made = await atTheCheck(assessment)
      const { flow, sent } = made
      await changes(made, proof)
      await flow.back()
      await flow.back()
      expect(flow.page).toEqual({ name: 'check' })
      await flow.takeTicket('toy', 'en')
      expect([sent, flow.page]).toEqual([[], { name: 'bring' }])
      flow.havePapers()
      await flow.takeTicket('toy', 'en')
      expect(sent).toHaveLength(1)
    })

    it('is told with what it costs where nothing could be looked up until then', async () => {
      const made = aFlow({ isOnline: false })
      await answerAll(made.flow)
      await made.flow.next()
      made.server.isOnline = true
      expect(await changes(made, proof)).toEqual({ name: 'costs' })
      await made.flow.next()
      expect(made.flow.page).toEqual({ name: 'bring' })
    })

    it('is told before the ticket where the server was away at the change', async () => {
      const made = await atTheCheck(assessment)
      const { flow, server } = made
      server.isOnline = false
      expect(await changes(made, proof)).toEqual({ name: 'check' })
      server.isOnline = true
      await flow.takeTicket('toy', 'en')
      expect(flow.page).toEqual({ name: 'costs' })
      await flow.next()
      expect(flow.page).toEqual({ name: 'bring' })
    })

    it('is measured by what was told of this service, also when another one was begun in between', async () => {
      const made = await atTheCheck(proof)
      made.flow.fileAnother()
      made.flow.unfile()
      expect(await changes(made, proof)).toEqual({ name: 'check' })
      made.flow.fileAnother()
      await made.flow.choose(other)
      await made.flow.next()
      expect(made.flow.page).toEqual({ name: 'costs' })
    })

    it('is measured by nothing that was told of another service', async () => {
      const { flow, server } = await atTheCheck(proof)
      server.isOnline = false
      await flow.choose(other)
      await flow.next()
      await flow.next()
      expect(flow.page).toEqual({ name: 'check' })
      server.isOnline = true
      flow.change('owner')
      await answer(flow, 'Ana')
      expect(flow.page).toEqual({ name: 'costs' })
    })
  })

  it('leaves a line of the check as it was for who goes back from it', async () => {
    const { flow, sent } = aFlow()
    await answerAll(flow)
    await flow.next()
    flow.change('loud')
    flow.entry = false
    await flow.back()
    expect(flow.page).toEqual({ name: 'check' })
    expect([flow.answers, flow.isChecked, flow.quotedCents]).toEqual([
      { name: 'María Núñez', loud: true },
      true,
      500,
    ])
    await flow.takeTicket('toy', 'en')
    expect(sent[0]?.body.intakes).toMatchObject([{ answers: { loud: true }, quotedCents: 500 }])
  })

  it('asks what a changed line calls for before there is a ticket, whatever way leads to it', async () => {
    const { flow, sent } = aFlow()
    await flow.choose({
      ...toy,
      questions: [
        ...toy.questions.slice(0, 2),
        {
          id: 'volume',
          kind: { type: 'yes-no' },
          title: both('Volume'),
          label: both('Volume'),
          when: [{ question: 'loud', is: true }],
        },
      ],
    })
    await answer(flow, 'María')
    await answer(flow, false)
    await flow.next()
    flow.change('loud')
    await answer(flow, true)
    expect(flow.page).toEqual({ name: 'question', id: 'volume' })
    await flow.back()
    await flow.takeTicket('toy', 'en')
    expect([sent, flow.page]).toEqual([[], { name: 'question', id: 'volume' }])
    await answer(flow, true)
    expect(flow.page).toEqual({ name: 'check' })
    await flow.takeTicket('toy', 'en')
    expect(sent[0]?.body.intakes).toMatchObject([{ answers: { loud: true, volume: true } }])
  })

  it('keeps what was typed when someone goes back', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    await answer(flow, 'María')
    flow.entry = true
    await flow.back()
    expect(flow.page).toEqual({ name: 'question', id: 'name' })
    await flow.next()
    expect(flow.entry).toBe(true)
  })

  it('keeps what was begun and is no answer yet, as long as this service is told', async () => {
    const { flow } = aFlow()
    const phone = {
      id: 'phone',
      kind: { type: 'phone' },
      title: both('Phone'),
      label: both('Phone'),
    } as const
    await flow.choose({ ...toy, questions: [...toy.questions.slice(0, 1), phone] })
    await answer(flow, 'María')
    flow.entry = '95155'
    await flow.back()
    expect([flow.page, flow.problem]).toEqual([{ name: 'question', id: 'name' }, null])
    await flow.next()
    expect([flow.entry, flow.answers]).toEqual(['95155', { name: 'María' }])
    await answer(flow, '9515550142')
    await flow.back()
    expect(flow.entry).toBe('9515550142')
    flow.entry = '9515'
    await flow.back()
    flow.wipe()
    await flow.choose({ ...toy, questions: [phone] })
    expect([flow.entry, flow.hasAnswers]).toEqual([null, false])
  })

  it('keeps no number of a card', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    await answer(flow, 'María')
    await answer(flow, true)
    flow.entry = '4111 1111 1111 1111'
    await flow.back()
    await flow.next()
    expect(flow.entry).toBeNull()
  })

  it('never asks twice: what two services share is filled in', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    await answer(flow, 'María')
    await flow.choose(other)
    expect(flow.entry).toBe('María')
    expect(flow.answers).toEqual({ owner: 'María' })
  })

  it('forgets everything when it is wiped, even what is still under way', async () => {
    const { flow } = aFlow()
    await flow.choose(toy)
    flow.entry = 'María'
    const next = flow.next()
    flow.wipe()
    await next
    expect(flow.page).toEqual({ name: 'attract' })
    expect(JSON.stringify([flow.answers, flow.entry, flow.assessment, flow.order])).toBe(
      '[{},null,null,null]',
    )
    expect([flow.isBusy, flow.hasAnswers]).toEqual([false, false])
    await flow.choose(toy)
    expect([flow.answers, flow.entry, flow.hasAnswers]).toEqual([{}, null, false])
  })
})
