import { describe, expect, test } from 'vitest'
import { admin, agent, ana, anOfficeWith, ben, display, kiosk, sue, system } from '../../test/builders.ts'
import type { CommandActor, CommandBodies, CommandKind } from './command.ts'
import { deciders } from './deciders.ts'
import { forbidden, permissions } from './permission.ts'

const actors: Record<string, CommandActor> = { ana, ben, sue, admin, kiosk, display, agent, system }

/** Who may, as the city hall would say it; everyone else may not. */
const may = (kind: CommandKind): string[] => {
  if (kind === 'take-ticket' || kind === 'print-ticket' || kind === 'rejoin-visit')
    return ['ana', 'ben', 'sue', 'kiosk']
  if (kind === 'mark-no-show') return ['ana', 'ben', 'sue', 'system']
  if (kind === 'remind-hold') return ['system']
  if (kind === 'administer-oath') return ['ana']
  if (kind === 'void-payment' || kind === 'withdraw-paid-intake') return ['sue']
  if (kind === 'report-print' || kind === 'report-printer') return ['agent', 'system']
  if (kind.startsWith('report-')) return ['agent']
  if (kind === 'change-today') return ['sue', 'admin', 'system']
  if (
    /^(open-office|(add|remove)-(window|printer)|change-(office|window|line|opening|service-settings))/.test(
      kind,
    )
  ) {
    return ['admin', 'system']
  }
  return ['ana', 'ben', 'sue']
}

describe.for(Object.keys(permissions) as CommandKind[])('%s', (kind) => {
  test.for(Object.entries(actors))(`[D6] ${kind} by %s`, ([name, actor]) => {
    expect(forbidden(kind, actor) === null).toBe(may(kind).includes(name))
  })
})

test('[D6] a refusal says what right is missing', () => {
  expect(forbidden('void-payment', ana)).toBe('supervisor-required')
  expect(forbidden('administer-oath', ben)).toBe('oath-right-missing')
  expect(forbidden('void-payment', kiosk)).toBe('not-allowed')
})

test('[D6] the decider of every command asks, and reads nothing for who may not', () => {
  const office = anOfficeWith()
  for (const kind of Object.keys(permissions) as CommandKind[]) {
    const body = {} as CommandBodies[CommandKind]
    const decider = deciders[kind] as (typeof deciders)['take-ticket']
    const context = office.context(display)
    expect(decider.decide(office.state, body as CommandBodies['take-ticket'], context)).toMatchObject({
      ok: false,
      code: 'not-allowed',
    })
    expect(decider.lookups?.(office.state, body as CommandBodies['take-ticket'], context)).toEqual([])
  }
})
