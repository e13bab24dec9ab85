import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ConfigurationError, readConfiguration } from './configuration.ts'
import { StopInOrder } from './stop-in-order.ts'
import { stopWithNpm } from './stop-with-npm.ts'

/** A server in demo mode, started again when its code changes, and both apps with hot reload before it. */

const root = join(import.meta.dirname, '../..')
const vite = join(root, 'node_modules/vite/bin/vite.js')

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const fail = (error: ConfigurationError): never => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

const configured = () => {
  try {
    return readConfiguration(process.env)
  } catch (error) {
    if (error instanceof ConfigurationError) return fail(error)
    throw error
  }
}

const configuration = configured()
const running = new StopInOrder()
const lobby = `http://127.0.0.1:${configuration.port}`

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const stop = async (): Promise<never> => {
  await running.stop((what, error) => say(`${what} did not end: ${String(error)}`))
  process.exit(0)
}

const start = (what: string, parameters: readonly string[], folder: string): void => {
  const child = spawn(process.execPath, parameters, {
    cwd: join(root, folder),
    env: { ...process.env, LOBBYLINE_SERVER: lobby },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  running.add(what, async () => {
    child.kill('SIGTERM')
    await exited(child)
  })
  child.once('exit', () => void stop())
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
stopWithNpm(process.env, () => void stop())

start('the server', ['--watch', '--watch-preserve-output', 'server/src/main.ts'], '.')
start(
  'the kiosk',
  [vite, 'dev', '--host', '127.0.0.1', '--port', '5173', '--strictPort', '--logLevel', 'warn'],
  'kiosk',
)
start(
  'the staff console',
  [vite, 'dev', '--host', '127.0.0.1', '--port', '5174', '--strictPort', '--logLevel', 'warn'],
  'staff-console',
)
say(`
  With hot reload, in front of ${lobby}:

  Kiosk           ${lobby}/demo?to=http://127.0.0.1:5173/kiosk
  Lobby display   ${lobby}/demo?to=http://127.0.0.1:5173/display
  Staff console   http://127.0.0.1:5174/staff
`)
