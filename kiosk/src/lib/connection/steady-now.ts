const begunAt = Date.now() - performance.now()

/**
 * This machine's clock as it stood when the page came, moving on evenly: when the clock is set meanwhile, nobody's screen clears too
 * early or too late.
 *
 * @returns an instant, in whole milliseconds
 */
export const steadyNow = (): number => Math.round(begunAt + performance.now())
