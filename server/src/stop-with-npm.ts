const lookMs = 1_000

/**
 * npm runs us below a shell that passes no signal on: when npm is ended, we would stay behind. Ctrl-C in a terminal reaches everyone
 * and needs none of this, nor does a service that runs us without npm.
 */
export const stopWithNpm = (
  environment: Readonly<Record<string, string | undefined>>,
  stop: () => void,
): void => {
  if (environment['npm_lifecycle_event'] === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, lookMs).unref()
}
