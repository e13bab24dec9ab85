import type { Page } from '@playwright/test'

const gapSeconds = 0.005

/** A scanner that is a keyboard to the machine: keys at its own pace, however slow the machine of the test is, and Enter. */
export const typesLikeAScanner = async (page: Page, code: string): Promise<void> => {
  const devTools = await page.context().newCDPSession(page)
  const start = Date.now() / 1000
  const keys = [
    ...Array.from(code, (key) => ({ key, text: key })),
    { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  ]
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
}
