import type { Page } from '@playwright/test'

/** The first picture of a kiosk stands before it can hear a touch. */
export const isAlive = (page: Page): Promise<void> => page.locator('html[data-alive]').waitFor()
