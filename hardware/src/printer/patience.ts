const slices = 5

/**
 * Acts after that long, but in small steps: one that stood still itself, on a busy machine or in a machine that slept, first
 * hears what has come in meanwhile, and does not blame the printer.
 * @returns ends it
 */
export const losePatience = (afterMs: number, act: () => void): (() => void) => {
  let left = slices
  let timer: NodeJS.Timeout
  const wait = (): void => {
    timer = setTimeout(() => (--left === 0 ? act() : wait()), afterMs / slices)
  }
  wait()
  return () => clearTimeout(timer)
}
