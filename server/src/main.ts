import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts'
import { startDemo, startProduction } from './start.ts'
import { startProblem } from './start-problem.ts'
import { StopInOrder } from './stop-in-order.ts'
import { stopWithNpm } from './stop-with-npm.ts'
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

const configuration = configured()
const log = createLog(configuration.logLevel)
const running = new StopInOrder()
let stopping = false

const stop = async (exitCode: number): Promise<never> => {
  stopping = true
  const timer = setTimeout(() => {
    say('Not everything ended in time.')
    process.exit(1)
  }, stopWithinMs)
  const clean = await running.stop((what, error) => log.error({ err: error }, `${what} did not end`))
  clearTimeout(timer)
  process.exit(clean ? exitCode : 1)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
stopWithNpm(process.env, () => void stop(0))

try {
  const start = {
    configuration,
    environment: process.env,
    log,
    running,
    build: process.argv.includes('--build'),
    say: (text: string) => void process.stdout.write(text),
  }
  start.say(await (configuration.mode === 'demo' ? startDemo(start) : startProduction(start)))
} catch (error) {
  if (!stopping) say(startProblem(error, configuration))
  await stop(1)
}
