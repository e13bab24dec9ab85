import { BuildFailedError, buildApps } from './apps/build-apps.ts'
import { StopInOrder } from './stop-in-order.ts'

/** `npm run build`: both apps, whatever was built before. */

const running = new StopInOrder()

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void running.stop(() => {}).then(() => process.exit(1)))

try {
  await buildApps({ running, say: (text) => void process.stdout.write(text), always: true })
} catch (error) {
  if (!(error instanceof BuildFailedError)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exitCode = 1
}
