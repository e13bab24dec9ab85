import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { QueryConfig } from 'pg'
import { admin, aFairDraft, city, kiosk, lineSettings } from '../../test/builders.ts'
import { toyServices } from '../../test/toy-services.ts'
import type { Connection, Database } from '../database/pool.ts'
import type { Command } from '../domain/command.ts'
import { deciders } from '../domain/deciders.ts'
import { Found } from '../domain/lookup.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Waiting } from './batch.ts'
import { bodyHash, commandIds } from './command-id.ts'
import { decideBatch, lookupsOf } from './decide-batch.ts'
import type { Rules } from './decide-batch.ts'
import { lineSession } from './line.ts'
import { LineConnection } from './line-connection.ts'
import { loadState } from './load-state.ts'
import { silent } from './log.ts'
import { readLookups } from './lookup-reader.ts'
import type { Office } from './office.ts'
import { openOffice } from './open-office.ts'
import { prepareBatch } from './prepare-batch.ts'
import { batchWrites } from './store-statement.ts'
import { writeSql, writeValues } from './rows/write.ts'

export interface Measure {
  perSecond: number
  p50Ms: number
  p99Ms: number
}

export interface MeasureOptions {
  pool: Database
  /** how many wait for their answer at any time; the pool holds as many connections and some more */
  clients: number
  ms: number
}

const rules: Rules = {
  deciders,
  services: toyServices,
  visitUrl: (visitId) => `https://city.example/t/${visitId}`,
}

/** A ticket with one form and its paper: 3 facts, a key, a visit, an intake, its answers, a print and its job. */
const ticket = (client: number): Command & { kind: 'take-ticket' } => ({
  kind: 'take-ticket',
  body: {
    channel: 'kiosk',
    language: 'en',
    line: 'fair',
    intakes: [aFairDraft({ street: `Street ${client}` })],
    printerId: 'lobby',
  },
})

const openBenchOffice = async (pool: Database): Promise<Office> => {
  const office = await openOffice({ pool, officeId: `bench-${randomUUID()}`, ...rules })
  await office.submit({ kind: 'open-office', body: { city, lineSettings } }, admin, 'open')
  const lobby = { printerId: 'lobby', name: 'Lobby', deviceId: 'agent' }
  await office.submit({ kind: 'add-printer', body: lobby }, admin, 'printer')
  return office
}

/** Every client asks, waits for its answer, and asks again. The first fifth only warms up. */
const measure = async (
  { clients, ms }: MeasureOptions,
  ask: (client: number) => Promise<void>,
): Promise<Measure> => {
  const tookMs: number[] = []
  const begin = performance.now()
  const from = begin + ms / 5
  const to = from + ms
  const client = async (number: number): Promise<void> => {
    for (;;) {
      const asked = performance.now()
      await ask(number)
      const answered = performance.now()
      if (answered > to) return
      if (asked >= from) tookMs.push(answered - asked)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  tookMs.sort((a, b) => a - b)
  const at = (part: number): number => tookMs[Math.floor(tookMs.length * part)] ?? NaN
  return { perSecond: tookMs.length / (ms / 1_000), p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** A busy day's tickets. A day that grew for as long as the bench runs would measure something that no lobby has ever seen. */
const busyDay = 600
/** so that there are offices enough; on a faster machine the last one's day grows */
const mostPerSecond = 6_000
/** given before the measure begins: a line's connection and its plans are as old as the day */
const morning = 3

/** Tickets a second through one office's line, as kiosks' requests would give them; after a busy day the next office follows. */
export const measureOfficeLine = async (options: MeasureOptions): Promise<Measure> => {
  const { pool, clients, ms } = options
  const offices: Office[] = []
  const give = async (office: Office | undefined, client: number): Promise<void> => {
    const result = await office?.submit(ticket(client), kiosk, randomUUID())
    if (!result?.ok) throw new Error(`a ticket was refused: ${result?.code}`)
  }
  try {
    for (let left = (1.3 * ms * mostPerSecond) / 1_000; left > 0; left -= busyDay) {
      const office = await openBenchOffice(pool)
      offices.push(office)
      for (let given = 0; given < morning; given++)
        await Promise.all(Array.from({ length: clients }, (_, client) => give(office, client)))
    }
    let tickets = 0
    return await measure(options, (client) => {
      const turn = Math.floor(tickets++ / busyDay)
      return give(offices[Math.min(turn, offices.length - 1)], client)
    })
  } finally {
    for (const office of offices) await office.stop()
  }
}

const aWaiting = (officeId: string, client: number): Waiting => {
  const command = ticket(client)
  const key = randomUUID()
  return {
    command,
    actor: kiosk,
    actorName: 'device:kiosk',
    key,
    bodyHash: bodyHash(command.kind, command.body),
    newId: commandIds(officeId, 'device:kiosk', key),
    giveUpAt: Infinity,
    settled: false,
    settle: () => {},
  }
}

interface HeadRow {
  seq: number
  hash: string
  ticketCounters: Record<string, number>
}

/** What most systems do: lock the office, read what is needed, decide, write table by table, commit. The rows are the same. */
const takeTicketPlainly = async (
  connection: Connection,
  base: OfficeState,
  client: number,
): Promise<void> => {
  const { officeId } = base
  await connection.query('begin')
  const { rows } = await connection.query<HeadRow>({
    name: 'plain-lock',
    text: 'select seq, hash, ticket_counters as "ticketCounters" from office where id = $1 for update',
    values: [officeId],
  })
  const before = { ...base, ...rows[0] }
  const waiting = aWaiting(officeId, client)
  const now = Date.now()
  const found = new Found()
  await readLookups(connection, officeId, found, () => lookupsOf(rules, before, waiting, found, now))
  const known = await connection.query({
    name: 'plain-key',
    text: 'select reply from command_key where office = $1 and actor = $2 and key = $3',
    values: [officeId, waiting.actorName, waiting.key],
  })
  if (known.rowCount !== 0) throw new Error('a key was used twice')
  const batch = decideBatch(rules, before, [waiting], new Map([[waiting, found]]), now, {
    onDefect: (_, cause) => {
      throw cause
    },
  })
  for (const write of batchWrites(batch)) {
    await connection.query({
      name: `plain ${write.act} ${write.table}`,
      text: writeSql(write, 1),
      values: writeValues(write),
    })
  }
  const { seq, hash, at, ticketCounters } = batch.after
  await connection.query({
    name: 'plain-head',
    text: 'update office set seq = $2, hash = $3, at = $4, ticket_counters = $5 where id = $1',
    values: [officeId, seq, hash, new Date(at).toISOString(), JSON.stringify(ticketCounters)],
  })
  await connection.query('commit')
}

/** The same tickets by lock, read, write and commit, each client on a connection of its own. */
export const measurePlain = async (options: MeasureOptions): Promise<Measure> => {
  const office = await openBenchOffice(options.pool)
  await office.stop()
  const base = await loadState(options.pool, office.id)
  const connections = await Promise.all(Array.from({ length: options.clients }, () => options.pool.connect()))
  try {
    return await measure(options, async (client) => {
      const connection = connections[client]
      if (connection) await takeTicketPlainly(connection, base, client)
    })
  } finally {
    for (const connection of connections) connection.release()
  }
}

export interface Storing {
  rowsP50Ms: number
  bareP50Ms: number
}

/**
 * What storing a ticket's rows takes, from the question to the database's answer, beside one bare row; `pauseMs` before each, as in
 * a lobby, where neither processor remembers the last one.
 */
export const measureStoring = async (
  pool: Database,
  { tickets, pauseMs }: { tickets: number; pauseMs: number },
): Promise<Storing> => {
  const office = await openBenchOffice(pool)
  await office.stop()
  const connection = new LineConnection(pool, lineSession)
  const rowsMs: number[] = []
  const bareMs: number[] = []
  const time = async (into: number[], query: QueryConfig): Promise<void> => {
    const asked = performance.now()
    const { rowCount } = await connection.query(query)
    into.push(performance.now() - asked)
    if (rowCount !== 1) throw new Error('nothing was stored')
  }
  try {
    await connection.query({
      text: 'create table if not exists bare_row (id bigserial primary key, body text)',
    })
    let state = await loadState(pool, office.id)
    const fence = await connection.query<{ fence: number }>({
      text: 'select fence from office where id = $1',
      values: [office.id],
    })
    for (let client = 0; client < tickets; client++) {
      await delay(pauseMs)
      const waiting = [aWaiting(office.id, client)]
      const { batch, statement } = await prepareBatch({
        ...{ rules, state, waiting, now: Date.now(), connection, log: silent },
      })
      if (!statement) throw new Error('a ticket was refused')
      await time(rowsMs, statement(fence.rows[0]?.fence ?? 0))
      state = batch.after
      await delay(pauseMs)
      const body = JSON.stringify(waiting[0]?.command.body)
      await time(bareMs, { name: 'bare', text: 'insert into bare_row (body) values ($1)', values: [body] })
    }
  } finally {
    await connection.close()
  }
  const p50 = (ms: readonly number[]): number => ms.toSorted((a, b) => a - b)[ms.length >> 1] ?? NaN
  const warm = tickets / 5
  return { rowsP50Ms: p50(rowsMs.slice(warm)), bareP50Ms: p50(bareMs.slice(warm)) }
}
