import type { Problem } from '@lobbyline/server/contract'

/** The color of a note by what it is; its words say it too. */
export const problemColors = {
  'turn-away': 'red',
  clerk: 'amber',
  notice: '',
} as const satisfies Record<Problem['kind'], string>
