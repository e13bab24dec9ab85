import { join } from 'node:path'
import { builtApps } from './apps/app-folders.ts'
import { buildApps } from './apps/build-apps.ts'
import { isInClear, type Configuration } from './configuration.ts'
import { keepClockCompared, refuseWrongClock } from './database/clock.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { logSettingsToChange, refuseUnfit } from './database/fit.ts'
import { migrate } from './database/migrate.ts'
import { createPool, type Database } from './database/pool.ts'
import { officeId as demoOfficeId } from './demo/demo-city.ts'
import { demoDevices } from './demo/demo-devices.ts'
import { startDemoHardware } from './demo/demo-hardware.ts'
import { enrollOnPage, registerDemoDoor } from './demo/demo-pages.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { welcome } from './demo/welcome.ts'
import { checkPort } from './check-port.ts'
import { ensureOffice } from './office/load-state.ts'
import { openOffice } from './office/open-office.ts'
import { keepSwept } from './retention/sweep.ts'
import { services } from './services/index.ts'
import { SoundCache } from './speech/sound-cache.ts'
import { Speech } from './speech/speech.ts'
import { findSynthesizer } from './speech/synthesizer.ts'
import type { StopInOrder } from './stop-in-order.ts'
import { createApp, type App, type AppOptions } from './transport/app.ts'
import type { Log } from './transport/log.ts'
import { Offices } from './transport/offices.ts'
import { loadApp, type LoadedApp } from './transport/static-apps.ts'
import { readServerKey } from './views/server-key.ts'
import { ticketUrl } from './views/ticket-secret.ts'

/** Everything that was started is in `running`, also when this throws. */
export interface Start {
  configuration: Configuration
  environment: Readonly<Record<string, string | undefined>>
  log: Log
  running: StopInOrder
  /** whether to build the apps first; else they are served as they were built last */
  build: boolean
  say: (text: string) => void
}

/** Only when nothing else can stand in the way: a second start leaves what the first one built alone. */
const openApps = async ({ build, log, running, say }: Start): Promise<readonly LoadedApp[]> => {
  if (build) await buildApps({ running, say })
  return builtApps.flatMap((app) => {
    const loaded = loadApp(app)
    if (!loaded) log.info({ app: app.path }, 'not built, so its pages are missing: npm run build')
    return loaded ?? []
  })
}

const openDatabase = async ({ configuration, log, running }: Start): Promise<Database> => {
  let ending = false
  let { databaseUrl } = configuration
  if (databaseUrl === null) {
    const postgres = await startEmbeddedPostgres({
      dataDir: join(configuration.dataDir, 'postgres'),
      log: (line) => void (ending || log.warn({ line }, 'postgres')),
    })
    running.add('PostgreSQL', () => postgres.stop())
    databaseUrl = postgres.connectionString
  }
  const pool = createPool(databaseUrl, {
    onConnectionLost: (error) =>
      void (ending || log.warn({ err: error }, 'a connection to the database was lost')),
  })
  running.add('the pool', () => {
    ending = true
    return pool.end()
  })
  await refuseUnfit(pool)
  // the demo's own database has this machine's clock
  if (configuration.databaseUrl !== null) await refuseWrongClock(pool)
  await migrate(pool)
  return pool
}

const openOffices = (pool: Database, serverKey: Buffer, { configuration, log }: Start): Offices =>
  new Offices({
    pool,
    open: (officeId) =>
      openOffice({
        pool,
        officeId,
        services,
        visitUrl: (visitId) => ticketUrl(configuration.publicUrl, serverKey, visitId),
        log,
      }),
    onError: (error) => log.error({ err: error }, 'the offices could not be read'),
  })

const openSpeech = async (pool: Database, { configuration, log }: Start): Promise<Speech> => {
  const synthesizer = await findSynthesizer()
  if (!synthesizer)
    log[configuration.mode === 'demo' ? 'info' : 'warn'](
      'espeak-ng is not installed: the screens speak only what was recorded',
    )
  return new Speech({ pool, synthesizer, cache: new SoundCache(join(configuration.dataDir, 'speech')) })
}

const sweepRegularly = (pool: Database, { log, running }: Start): void => {
  const kept = keepSwept({
    pool,
    onSwept: (gone) => log.info({ gone }, 'past their time, and gone'),
    onError: (error) => log.error({ err: error }, 'what is past its time could not be swept'),
  })
  running.add('the sweep', () => kept.stop())
}

const compareClocksRegularly = (pool: Database, { log, running }: Start): void => {
  const compared = keepClockCompared({
    pool,
    onOff: ({ here, there, aheadMs }) =>
      log.error(
        { here: new Date(here), database: new Date(there), aheadMs },
        'the clocks of this machine and of the database are not the same: set the one that is wrong',
      ),
    onError: (error) => log.warn({ err: error }, 'the clocks could not be compared'),
  })
  running.add('the clock', () => compared.stop())
}

const listen = async (
  more: Pick<AppOptions, 'pool' | 'offices' | 'serverKey' | 'onPage'>,
  start: Start,
  prepare: (app: App) => void = () => {},
): Promise<number> => {
  const { configuration, log, running } = start
  const { publicUrl, trustedProxies, mode, host, port } = configuration
  const apps = await openApps(start)
  const app = await createApp({
    ...more,
    services,
    speech: await openSpeech(more.pool, start),
    publicUrl,
    trustedProxies,
    loopback: mode === 'demo',
    apps,
    log,
  })
  running.add('the server', () => app.close())
  prepare(app)
  return app.listen({ host, port })
}

/** A city's own server: its database, its offices, and nothing of the demo. @returns what to tell the person who started it */
export const startProduction = async (start: Start): Promise<string> => {
  const pool = await openDatabase(start)
  await checkPort(start.configuration)
  sweepRegularly(pool, start)
  compareClocksRegularly(pool, start)
  const serverKey = await readServerKey(pool)
  const offices = openOffices(pool, serverKey, start)
  start.running.add('the offices', () => offices.stop())
  await offices.start()
  const port = await listen({ pool, offices, serverKey }, start)
  const { host, publicUrl } = start.configuration
  const settings = await logSettingsToChange(pool)
  return [
    '',
    `  Lobbyline listens on ${host}:${port} and is reached at ${publicUrl}.`,
    ...(isInClear(start.configuration)
      ? [
          '  Over http whoever is on the way reads passwords and answers: put TLS before it, and https into PUBLIC_URL.',
        ]
      : []),
    ...(offices.all().length === 0 ? ['  No office yet: npm run admin says how to set one up.'] : []),
    ...(settings.length === 0
      ? []
      : ['  The log of the database may quote residents. Its administrator should run once:']),
    ...settings.map((statement) => `    ${statement}`),
    '',
    '',
  ].join('\n')
}

/** The demo city, with printers that draw their paper to a page. @returns what to open first */
export const startDemo = async (start: Start): Promise<string> => {
  const { configuration, environment, log } = start
  const { host, paperPort } = configuration
  const pool = await openDatabase(start)
  await checkPort(configuration)
  await checkPort({ host: '127.0.0.1', port: paperPort })
  sweepRegularly(pool, start)
  const serverKey = await readServerKey(pool)
  const devices = demoDevices(serverKey)
  await ensureOffice(pool, demoOfficeId)
  const offices = openOffices(pool, serverKey, start)
  start.running.add('the offices', () => offices.stop())
  await offices.start()
  const office = offices.get(demoOfficeId)
  if (!office) throw new Error('The demo city could not be opened')
  await seedDemo(pool, office, devices)

  const onPage = enrollOnPage(devices, configuration.publicUrl)
  const port = await listen({ pool, offices, serverKey, onPage }, start, ({ http }) =>
    registerDemoDoor(http, onPage),
  )
  const hardware = await startDemoHardware({
    serverUrl: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    deviceToken: devices.agent.token,
    dataDir: configuration.dataDir,
    paperPort: configuration.paperPort,
    environment,
    log,
  })
  start.running.add('the device agent', () => hardware.stop())
  return welcome({
    url: configuration.publicUrl,
    paperUrl: hardware.paperUrl,
    dataDir: configuration.dataDir,
  })
}
