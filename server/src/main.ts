import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts'
import { startDemo, startProduction } from './start.ts'
import { StopInOrder } from './stop-in-order.ts'
import { createLog } from './transport/log.ts'

const stopWithinMs = 12_000

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const configured = (): Configuration => {
  try {
    return readConfiguration(process.env)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    say(error.message)
    process.exit(1)
  }
}

/** In words for the person at the terminal; anything unexpected keeps its stack. */
const reasonOf = (error: unknown, { host, port }: Configuration): string => {
  if (!(error instanceof Error)) return String(error)
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === 'listen' && code === 'EADDRINUSE')
    return `PORT ${port} is in use by another program: stop that one, or choose another PORT.`
  if (syscall === 'listen' && code === 'EACCES')
    return `PORT ${port} may not be used by this account: choose a PORT above 1023.`
  if (syscall === 'listen' && code === 'EADDRNOTAVAIL')
    return `HOST ${host} is no address of this machine: choose another HOST.`
  return error.name === 'Error' ? (error.stack ?? error.message) : error.message
}

const configuration = configured()
const log = createLog(configuration.logLevel)
const running = new StopInOrder()

const stop = async (exitCode: number): Promise<never> => {
  const timer = setTimeout(() => {
    say('Not everything ended in time.')
    process.exit(1)
  }, stopWithinMs)
  const clean = await running.stop((what, error) => log.error({ err: error }, `${what} did not end`))
  clearTimeout(timer)
  process.exit(clean ? exitCode : 1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))

try {
  const start = { configuration, environment: process.env, log, running }
  process.stdout.write(await (configuration.mode === 'demo' ? startDemo(start) : startProduction(start)))
} catch (error) {
  say(reasonOf(error, configuration))
  await stop(1)
}
