import type { Page } from '@playwright/test'

const patienceMs = 2_000
const mostTries = 5

const paints = (page: Page): Promise<boolean> =>
  page.evaluate(
    (ms) =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => resolve(true))
        setTimeout(() => resolve(false), ms)
      }),
    patienceMs,
  )

/**
 * Another size of the screen. After hundreds of changes a browser without a window now and then paints no more, and whoever waits
 * for a thing to be seen waits for ever; one more change wakes it.
 */
export const resize = async (page: Page, size: { width: number; height: number }): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    await page.setViewportSize(size)
    if (await paints(page)) return
    await page.setViewportSize({ ...size, height: size.height - 1 })
  }
}
