import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chromiumFlags, hostFiles, managedPolicies } from './host-files.ts'

const files = hostFiles('https://lobby.example.gov/staff?x=1')
const textOf = (path: string): string => files.find((file) => file.path.endsWith(path))?.text ?? ''

it('opens the touchscreen of the given server, and again whenever it ends', () => {
  const service = textOf('lobbyline-kiosk.service')
  expect(service).toContain(' https://lobby.example.gov/kiosk\n')
  expect(service).toContain('Restart=always')
  const [head = ''] = service.split('[Service]')
  expect(head, 'no number of failures is enough to give up').toContain('StartLimitIntervalSec=0')
  for (const flag of chromiumFlags) expect(service).toContain(flag)
  expect(textOf('.timer')).toContain('OnUnitActiveSec=1min')
})

it('lets the browser go nowhere else and keep nothing', () => {
  const policies = JSON.parse(textOf('lobbyline.json')) as Record<string, unknown>
  expect(policies).toEqual(managedPolicies('https://lobby.example.gov'))
  expect(policies['URLBlocklist']).toEqual(['*'])
  for (const allowed of policies['URLAllowlist'] as string[])
    expect(allowed).toMatch(/^lobby\.example\.gov\//)
  expect(policies).toMatchObject({ DeveloperToolsAvailability: 2, SavingBrowserHistoryDisabled: true })
})

const now = (minutesAgo = 0): string => new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(11, 16)

/** @param listed what the browser says of its page, or null where none answers @returns whether the screen is started again */
const isRestarted = (listed: object | null): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'lobbyline-watchdog-'))
  try {
    const told = JSON.stringify(listed, null, 3)
    writeFileSync(
      join(folder, 'curl'),
      listed ? `#!/bin/sh\ncat <<'END'\n${told}\nEND\n` : '#!/bin/sh\nexit 7\n',
    )
    writeFileSync(join(folder, 'systemctl'), '#!/bin/sh\necho "$@"\n')
    for (const program of ['curl', 'systemctl']) chmodSync(join(folder, program), 0o755)
    const { stdout } = spawnSync('/bin/sh', ['-c', textOf('lib/lobbyline-kiosk-watchdog')], {
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env['PATH']}` },
    })
    return stdout === 'restart lobbyline-kiosk.service\n'
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it.each([
  ['keeps time', [{ title: `City of Beaumont ${now()}`, url: 'https://lobby/kiosk' }], false],
  ['was busy for a minute', [{ title: `City of Beaumont ${now(1)}`, url: 'https://lobby/kiosk' }], false],
  ['stands still', [{ title: `City of Beaumont ${now(5)}`, url: 'https://lobby/kiosk' }], true],
  ['shows an error', [{ title: 'lobby', url: `https://lobby/kiosk?${now()}` }], true],
  ['is not there', [], true],
  ['has no browser', null, true],
])('a page that %s', (_, listed, restarted) => {
  expect(isRestarted(listed)).toBe(restarted)
})

it('refuses what is no address', () => {
  expect(() => hostFiles('lobby')).toThrow()
})
