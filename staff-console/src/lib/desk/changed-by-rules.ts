import type { IntakeView } from '@lobbyline/server/contract'

/** Whether its last correction was of what is asked, not of what was told: the answers are the same, the rules or the records are not. */
export const changedByRules = ({ file, corrections }: IntakeView): boolean =>
  file.rev > 1 && !corrections.some(({ rev }) => rev === file.rev - 1)
