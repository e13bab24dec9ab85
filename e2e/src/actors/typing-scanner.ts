import type { Page } from '@playwright/test'

const gapSeconds = 0.005
/** no hand is at the keys sooner */
const handMs = 100

const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }

/**
 * A scanner that is a keyboard to the machine: keys at its own pace, however slow the machine of the test is, and Enter after
 * each line of the code.
 */
export const typesLikeAScanner = async (page: Page, ...lines: readonly string[]): Promise<void> => {
  const devTools = await page.context().newCDPSession(page)
  const start = Date.now() / 1000
  const keys = lines.flatMap((line) => [...Array.from(line, (key) => ({ key, text: key })), enter])
  await Promise.all(
    keys.flatMap((key, at) => {
      const timestamp = start + at * gapSeconds
      return [
        devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: key.key }),
      ]
    }),
  )
  await devTools.detach()
  // its keys say that they were pressed until then, and what follows comes after them, from a hand
  await page.waitForTimeout(Math.max(0, (start + keys.length * gapSeconds) * 1000 - Date.now()) + handMs)
}
