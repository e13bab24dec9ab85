import type { CommandActor, CommandKind, Role } from './command.ts'
import type { RefusalCode } from './refusal.ts'

type Who = Role | 'kiosk' | 'agent' | 'system'

const staff: readonly Who[] = ['clerk', 'supervisor']
const setUp: readonly Who[] = ['admin', 'system']

/** Who may give which command. A supervisor may do what a clerk does; the rest is by name. */
export const permissions: Readonly<Record<CommandKind, readonly Who[]>> = {
  'take-ticket': ['kiosk', ...staff],
  'call-next': staff,
  'call-visit': staff,
  'recall-visit': staff,
  'start-visit': staff,
  'hold-visit': staff,
  'resume-visit': staff,
  'transfer-visit': staff,
  'return-visit': staff,
  'mark-no-show': [...staff, 'system'],
  'rejoin-visit': ['kiosk', ...staff],
  'complete-visit': staff,
  'cancel-visit': staff,
  'undo-visit-step': staff,
  'remind-hold': ['system'],

  'open-window': staff,
  'close-window': staff,

  'add-intake': staff,
  'correct-answers': staff,
  'change-service': staff,
  'start-review': staff,
  'mark-paper': staff,
  'request-information': staff,
  'receive-information': staff,
  'take-up-intake': staff,
  'print-declaration': staff,
  'sign-declaration': staff,
  'administer-oath': ['oath'],
  'approve-intake': staff,
  'deny-intake': staff,
  'withdraw-intake': staff,
  'withdraw-paid-intake': ['supervisor'],
  'issue-intake': staff,
  'cancel-issuance': staff,
  'amend-issuance': staff,

  'open-till': staff,
  'take-payment': staff,
  'void-payment': ['supervisor'],
  'open-drawer': staff,
  'close-till': staff,

  reprint: staff,
  'print-ticket': ['kiosk', ...staff],
  'report-print': ['agent', 'system'],
  'report-printer': ['agent', 'system'],
  'report-drawer': ['agent'],

  'open-office': setUp,
  'change-office': setUp,
  'add-window': setUp,
  'change-window': setUp,
  'remove-window': setUp,
  'add-printer': setUp,
  'remove-printer': setUp,
  'change-line-settings': setUp,
  'change-opening': setUp,
  'change-today': ['supervisor', ...setUp],
  'change-service-settings': setUp,
}

const isOne = (actor: CommandActor, who: Who): boolean => {
  switch (actor.type) {
    case 'clerk':
      return actor.roles.some((role) => role === who)
    case 'device':
      return actor.kind === who
    case 'system':
      return who === 'system'
  }
}

/** Null when this actor may give this command, else why not. */
export const forbidden = (kind: CommandKind, actor: CommandActor): RefusalCode | null => {
  if (permissions[kind].some((who) => isOne(actor, who))) return null
  const isForSupervisors = permissions[kind].includes('supervisor') && !permissions[kind].includes('clerk')
  if (actor.type === 'clerk' && isForSupervisors) return 'supervisor-required'
  if (actor.type === 'clerk' && kind === 'administer-oath') return 'oath-right-missing'
  return 'not-allowed'
}

export const isSupervisor = (actor: CommandActor): boolean =>
  actor.type === 'clerk' && actor.roles.includes('supervisor')
