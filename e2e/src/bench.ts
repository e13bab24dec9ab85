import { setTimeout as delay } from 'node:timers/promises'
import { createPool } from '../../server/src/database/pool.ts'
import { measureOfficeLine, measurePlain, measureStoring } from '../../server/src/office/line.bench.ts'
import { openCounter, type Counter } from './bench/counter.ts'
import { endPrograms } from './bench/processes.ts'
import { median, percentile, rounded } from './bench/statistics.ts'

const rounds = 5
const perRound = 120
/** between two submissions: until the printer's answer and its fact have come through */
const pauseMs = 12

interface PathFigure {
  name: string
  p50Ms: number
  p99Ms: number
  floorP50Ms: number
  floorP99Ms: number
}

const time = async (submit: () => Promise<void>, arrived: () => Promise<number>): Promise<number> => {
  const arrival = arrived()
  const start = performance.now()
  await submit()
  const end = await arrival
  await delay(pauseMs)
  return end - start
}

/** Real and floor take turns, so that both meet the same noise. Medians of the rounds' percentiles. */
const measurePath = async (
  name: string,
  real: { submit: () => Promise<void>; arrived: () => Promise<number> },
  floor: { submit: () => Promise<void>; arrived: () => Promise<number> },
): Promise<PathFigure> => {
  const found = {
    p50: [] as number[],
    p99: [] as number[],
    floorP50: [] as number[],
    floorP99: [] as number[],
  }
  for (let round = -1; round < rounds; round++) {
    const realMs: number[] = []
    const floorMs: number[] = []
    for (let index = 0; index < perRound; index++) {
      realMs.push(await time(real.submit, real.arrived))
      floorMs.push(await time(floor.submit, floor.arrived))
    }
    if (round < 0) continue // the first one warms up
    found.p50.push(percentile(realMs, 0.5))
    found.p99.push(percentile(realMs, 0.99))
    found.floorP50.push(percentile(floorMs, 0.5))
    found.floorP99.push(percentile(floorMs, 0.99))
  }
  return {
    name,
    p50Ms: rounded(median(found.p50)),
    p99Ms: rounded(median(found.p99)),
    floorP50Ms: rounded(median(found.floorP50)),
    floorP99Ms: rounded(median(found.floorP99)),
  }
}

interface LineFigure {
  name: 'office-line'
  clients: number
  perSecond: number
  plainPerSecond: number
}

const lineRounds = 3
const lineMs = 2_500

/** Commands a second of one office, beside a plain lock-read-write-commit of the same rows; medians of rounds that take turns. */
const measureLine = async (connectionString: string, clients: number): Promise<LineFigure> => {
  const pool = createPool(connectionString, { size: clients + 8 })
  try {
    const line: number[] = []
    const plain: number[] = []
    for (let round = -1; round < lineRounds; round++) {
      const ours = await measureOfficeLine({ pool, clients, ms: lineMs })
      const theirs = await measurePlain({ pool, clients, ms: lineMs })
      if (round < 0) continue // the first one warms up
      line.push(ours.perSecond)
      plain.push(theirs.perSecond)
    }
    const figure = { perSecond: Math.round(median(line)), plainPerSecond: Math.round(median(plain)) }
    console.log(
      `office-line, ${clients} clients: ${figure.perSecond} commands/s, ` +
        `${rounded(figure.perSecond / figure.plainPerSecond)}x of the plain way's ${figure.plainPerSecond}`,
    )
    return { name: 'office-line', clients, ...figure }
  } finally {
    await pool.end()
  }
}

interface StoringFigure {
  name: 'storing'
  p50Ms: number
  floorP50Ms: number
}

/** How much of a path above its floor is the database's, which no code of ours makes shorter. */
const measureStorage = async (connectionString: string, toPrinter: PathFigure): Promise<StoringFigure> => {
  const pool = createPool(connectionString)
  try {
    const { rowsP50Ms, bareP50Ms } = await measureStoring(pool, { tickets: rounds * perRound, pauseMs })
    const least = toPrinter.floorP50Ms + rowsP50Ms - bareP50Ms
    console.log(
      `storing: p50 ${rounded(rowsP50Ms)} ms for a ticket's rows, ${rounded(bareP50Ms)} ms for one row; ` +
        `with only that added, submit-to-printer would take ${rounded(least / toPrinter.floorP50Ms)}x of its floor`,
    )
    return { name: 'storing', p50Ms: rounded(rowsP50Ms), floorP50Ms: rounded(bareP50Ms) }
  } finally {
    await pool.end()
  }
}

const tell = ({ name, p50Ms, p99Ms, floorP50Ms, floorP99Ms }: PathFigure): void =>
  console.log(
    `${name}: p50 ${p50Ms} ms, ${rounded(p50Ms / floorP50Ms)}x of the floor's ${floorP50Ms}; ` +
      `p99 ${p99Ms} ms, ${rounded(p99Ms / floorP99Ms)}x of ${floorP99Ms}`,
  )

const measure = async (counter: Counter): Promise<(PathFigure | LineFigure | StoringFigure)[]> => {
  const printed = () => counter.sink.nextJob()
  const toPrinter = await measurePath(
    'submit-to-printer',
    { submit: counter.submit, arrived: printed },
    { submit: counter.submitToFloor, arrived: printed },
  )
  tell(toPrinter)
  await counter.openWatchers()
  const toConsole = await measurePath(
    'submit-to-console',
    { submit: counter.submit, arrived: counter.seenByAll },
    { submit: counter.submitToFloor, arrived: counter.seenByAllOfFloor },
  )
  tell(toConsole)
  await endPrograms()
  const storing = await measureStorage(counter.connectionString, toPrinter)
  const lines: LineFigure[] = []
  for (const clients of [1, 32, 128]) lines.push(await measureLine(counter.connectionString, clients))
  return [toPrinter, toConsole, storing, ...lines]
}

const counter = await openCounter()
try {
  const figures = await measure(counter)
  if (process.argv.includes('--json')) console.log(JSON.stringify({ figures }))
} finally {
  await endPrograms()
  await counter.close()
}
