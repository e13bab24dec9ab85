import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const debianChromium = '/usr/bin/chromium'

const installOnDebian = (): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing the chromium package for the browser tests …')
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('-qq', 'update')
  apt('-qq', '-y', 'install', '--no-install-recommends', 'chromium')
  return existsSync(debianChromium)
}

/**
 * Playwright's own Chromium, else Debian's, which is installed when we may.
 * @throws with the one command to run when there is none
 */
export const findChromium = (): string => {
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  if (existsSync(debianChromium) || installOnDebian()) return debianChromium
  throw new Error('The browser tests need Chromium. Run: npx playwright install chromium')
}

/** No sandbox (tests run as root too), nothing asked of the network beyond this machine. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]
