import type { Assessment } from '../service.ts'

/** The first problem that no approval can pass, or null: what turns away, and what has to be settled before. */
export const blockerOf = ({ problems }: Pick<Assessment, 'problems'>): string | null =>
  problems.find((problem) => problem.kind === 'turn-away' || problem.mustSettle)?.code ?? null
