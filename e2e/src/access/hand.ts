import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works the screen: presses what they mean. */
export interface Hand {
  press: (what: Locator) => Promise<void>
}

/** A finger never comes down twice on one spot within a blink: to the kiosk that is a double tap, which has a test of its own. */
export const finger = (): Hand => {
  let isLeft = false
  return {
    press: async (what) => {
      await what.scrollIntoViewIfNeeded()
      const box = await what.boundingBox()
      if (!box) throw new Error('it has gone')
      isLeft = !isLeft
      await what.tap({ position: { x: box.width * (isLeft ? 0.2 : 0.8), y: box.height / 2 } })
    },
  }
}

const mostSteps = 200

/** The arrows and the round key of the keypad, and nothing else. */
export const keypad = (page: Page): Hand => ({
  press: async (what) => {
    await expect(what).toBeVisible()
    const isThere = () => what.evaluate((element) => element === document.activeElement)
    const isInField = () => page.evaluate(() => document.activeElement instanceof HTMLInputElement)
    const goesOn = async (): Promise<boolean> => {
      const before = await page.evaluateHandle(() => document.activeElement)
      await page.keyboard.press((await isInField()) ? 'ArrowDown' : 'ArrowRight')
      return before.evaluate((element) => element !== document.activeElement)
    }
    for (let step = 0; !(await isThere()); step += 1) {
      if (step === mostSteps) throw new Error('the arrows do not lead there')
      // what hears keys is fetched after the first screen
      await expect.poll(goesOn, 'the arrow is heard').toBe(true)
    }
    await page.keyboard.press('Enter')
  },
})
