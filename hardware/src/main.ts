import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startAgent } from './agent.ts'
import { ConfigError, parseConfig, placeSchema, readConfig } from './config.ts'
import { FolderTakenError, FolderUnusableError } from './data-folder.ts'
import { examine } from './doctor/doctor.ts'
import { isAnythingMissing, reportText } from './doctor/finding.ts'
import { startEmulator, type Emulator } from './emulator/emulator.ts'
import { HidUnavailableError } from './hid/hid-port.ts'
import { learnKeys } from './hid/learn-keys.ts'
import { nodeHidPort } from './hid/node-hid-port.ts'
import { jsonLog } from './log.ts'
import { transportTo } from './printer/address.ts'

const env = process.env

type Stop = () => Promise<void>

const emulatedSchema = z.array(
  z.object({
    id: z.string().regex(/^[0-9a-z-]{1,64}$/),
    name: z.string().min(1).max(60).optional(),
    port: z.int().min(0).max(65_535).default(0),
    at: placeSchema.exactOptional(),
  }),
)

const portSchema = z.coerce.number().int().min(0).max(65_535)

const parseVariable = <T>(name: string, schema: z.ZodType<T>, read: () => unknown): T => {
  try {
    return schema.parse(read())
  } catch (error) {
    throw new ConfigError(
      `${name}: ${error instanceof z.ZodError ? z.prettifyError(error) : 'not valid JSON'}`,
    )
  }
}

const emulate = (): Promise<Emulator> => {
  const printers = parseVariable('PRINTERS', emulatedSchema, () =>
    JSON.parse(env['PRINTERS'] ?? '[{"id":"printer-1","name":"Printer 1","port":9100}]'),
  )
  const httpPort = parseVariable('PAPER_PORT', portSchema, () => env['PAPER_PORT'] ?? 0)
  return startEmulator({
    httpPort,
    printers: printers.map(({ name, ...rest }) => ({ ...rest, ...(name === undefined ? {} : { name }) })),
  })
}

const tellReady = ({ httpPort, ports }: Emulator): void => {
  process.stdout.write(`${JSON.stringify({ ready: true, paper: `http://127.0.0.1:${httpPort}`, ports })}\n`)
}

const runAgent = async (): Promise<Stop> => {
  const agent = await startAgent(await readConfig(env), jsonLog)
  return () => agent.stop()
}

const runEmulator = async (): Promise<Stop> => {
  const emulator = await emulate()
  tellReady(emulator)
  return () => emulator.stop()
}

const demoSeal = fileURLToPath(new URL('emulator/demo-seal.svg', import.meta.url))

/** Both in one process: the agent owns the printers that the emulator plays. */
const runDemo = async (): Promise<Stop> => {
  const emulator = await emulate()
  const printers = emulator
    .printers()
    .map(({ id, name, port }) => ({ id, name, transport: `tcp://127.0.0.1:${port}`, drawerOpenIs: 'high' }))
  const config = parseConfig({
    serverUrl: env['SERVER_URL'],
    deviceToken: env['DEVICE_TOKEN'],
    dataDir: env['DATA_DIR'],
    logo: env['LOGO'] ?? demoSeal,
    printers,
  })
  const { port: hid, configs: devices } = emulator.devices
  const agent = await startAgent({ ...config, devices: [...devices] }, jsonLog, undefined, hid)
  tellReady(emulator)
  return async () => {
    await agent.stop()
    await emulator.stop()
  }
}

/** Looks, says, and ends. */
const runDoctor = async (): Promise<Stop> => {
  const words = process.argv.slice(3)
  const unknown = words.find((word) => word !== '--print' && word !== '--drawer')
  if (unknown !== undefined) throw new ConfigError(`doctor knows --print and --drawer, not ${unknown}`)
  const config = await readConfig(env).catch((error: unknown) => {
    if (error instanceof ConfigError) return { problems: error.message.split('\n') }
    throw error
  })
  const sections = await examine({
    config,
    checks: { print: words.includes('--print'), drawer: words.includes('--drawer') },
    hid: nodeHidPort(),
    transportOf: transportTo,
  })
  process.stdout.write(`${reportText(sections)}\n`)
  process.exit(isAnythingMissing(sections) ? 1 : 0)
}

/** Asks for each key of a keypad in turn, and says what to write. */
const runLearnKeys = async (): Promise<Stop> => {
  await learnKeys({
    port: nodeHidPort(),
    say: (line) => void process.stdout.write(`${line}\n`),
  })
  process.exit(0)
}

const modes: Readonly<Record<string, () => Promise<Stop>>> = {
  agent: runAgent,
  doctor: runDoctor,
  'learn-keys': runLearnKeys,
  emulator: runEmulator,
  demo: runDemo,
}

const stopOnce = (stop: Stop): (() => void) => {
  let stopping = false
  return () => {
    if (stopping) return
    stopping = true
    void stop().finally(() => process.exit(0))
  }
}

const [name = 'agent'] = process.argv.slice(2)
try {
  const mode = modes[name]
  if (mode === undefined)
    throw new ConfigError(`There is no mode "${name}": agent, doctor, learn-keys, emulator or demo`)
  const stop = stopOnce(await mode())
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Started by a parent with a channel, it does not outlive that parent.
  process.on('disconnect', stop)
} catch (error) {
  if (
    error instanceof ConfigError ||
    error instanceof FolderTakenError ||
    error instanceof FolderUnusableError ||
    error instanceof HidUnavailableError
  )
    process.stderr.write(`${error.message}\n`)
  else jsonLog('start-failed', { reason: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}
