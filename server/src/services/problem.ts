import type { Problem, Values } from '../domain/service.ts'

const about = (question: string | null, values: Values | undefined) => ({
  ...(question === null ? {} : { question }),
  ...(values === undefined ? {} : { values }),
})

/** By convention a code is worded three times: `code` what is so, `code-rule` why, `code-instead` what can be done. */
export const turnAway = (code: string, question: string | null, values?: Values): Problem => ({
  kind: 'turn-away',
  code,
  rule: `${code}-rule`,
  instead: `${code}-instead`,
  ...about(question, values),
})

export const askClerk = (code: string, question: string | null, values?: Values): Problem => ({
  kind: 'clerk',
  code,
  ...about(question, values),
})

export const notice = (code: string, question: string | null, values?: Values): Problem => ({
  kind: 'notice',
  code,
  ...about(question, values),
})
