import type { Question } from '@lobbyline/server/contract'
import type { EntryProblem } from '../flow/visit-flow.svelte.ts'
import type { Words } from './words.ts'

/** What is wrong with an answer and how to mend it. */
export const problemText = (
  { problems }: Words,
  { kind }: Pick<Question, 'kind'>,
  problem: EntryProblem,
): string => {
  if (problem === 'required') return problems.required[kind.type]
  if (problem === 'bad-characters' && kind.type === 'code') return problems.code
  if (problem !== 'out-of-range') return problems.other[problem]
  if (kind.type === 'quantity') return problems.quantity(kind.min, kind.max)
  return kind.type === 'dates' ? problems.dates(kind.max) : problems.date
}
