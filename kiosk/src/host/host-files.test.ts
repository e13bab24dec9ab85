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

it('refuses what is no address', () => {
  expect(() => hostFiles('lobby')).toThrow()
})
