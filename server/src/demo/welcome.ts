import { password, staff } from './demo-city.ts'

interface Places {
  url: string
  paperUrl: string
  dataDir: string
}

const rights = (roles: readonly string[]): string => roles.join(', ')

/** What someone who starts the demo wants to open first. */
export const welcome = ({ url, paperUrl, dataDir }: Places): string =>
  [
    '',
    '  Lobbyline is open: the City of Beaumont, a demo.',
    '',
    `  Kiosk           ${url}/kiosk`,
    `  Staff console   ${url}/staff`,
    `  Lobby display   ${url}/display`,
    `  Paper           ${paperUrl}`,
    '',
    `  Sign in at the staff console with the password "${password}" as`,
    ...staff.map(({ login, roles }) => `    ${login.padEnd(8)}${rights(roles)}`),
    '',
    `  The data stays in ${dataDir}. Ctrl-C stops everything.`,
    '',
    '',
  ].join('\n')
