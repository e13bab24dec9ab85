import type { Deciders, DecisionContext } from '../decision.ts'
import { decided } from '../decision.ts'
import type { FactBody } from '../fact.ts'
import { isUnderWay } from '../papers/print.ts'
import { select } from '../select.ts'
import { changeMisfit } from './setting-change.ts'
import { settingMisfit } from './setting-shape.ts'
import type { RefusalCode } from '../refusal.ts'
import { refuse } from '../result.ts'
import type { CommandBodies } from '../command.ts'
import type { OfficeState } from '../state.ts'
import { useOfWindow, windowsWith } from './window.ts'

type SetUpCommand =
  | 'open-office'
  | 'change-office'
  | 'add-window'
  | 'change-window'
  | 'remove-window'
  | 'add-printer'
  | 'remove-printer'
  | 'change-line-settings'
  | 'change-opening'
  | 'change-today'
  | 'change-service-settings'

/** A label is called out in the lobby: no two windows share one. */
const wrongWindow = (
  state: OfficeState,
  { label, printerId, lines }: CommandBodies['add-window'],
  { services }: DecisionContext,
  windowId?: string,
): RefusalCode | null => {
  const taken = Object.values(state.windows).some((other) => other.label === label && other.id !== windowId)
  if (taken) return 'window-taken'
  if (printerId !== null && !state.printers[printerId]) return 'printer-unknown'
  return (lines ?? []).every((line) => line === 'other' || services.has(line)) ? null : 'unknown-service'
}

/** What was under way at a printer: another agent may have printed it, or nobody ever will. */
const leftUnknown = (state: OfficeState, printerId: string): FactBody[] =>
  select(state.prints, (print) => print.printerId === printerId && isUnderWay(print)).map(
    ({ id: jobId }) => ({
      kind: 'print-reported',
      body: { jobId, outcome: 'unknown' },
    }),
  )

export const setUpDeciders: Pick<Deciders, SetUpCommand> = {
  'open-office': {
    decide(_state, body) {
      return decided([{ kind: 'office-opened', body }], {})
    },
  },
  'change-office': {
    decide({ city }, body) {
      return decided([{ kind: 'office-changed', body: { city: { ...city, ...body.city } } }], {})
    },
  },
  'add-window': {
    decide(state, body, context) {
      const wrong = wrongWindow(state, body, context)
      if (wrong) return refuse(wrong)
      const windowId = context.newId('window')
      return decided([{ kind: 'window-added', body: { windowId, ...body } }], { windowId })
    },
  },
  'change-window': {
    decide(state, body, context) {
      if (!state.windows[body.windowId]) return refuse('not-found')
      const wrong = wrongWindow(state, body, context, body.windowId)
      return wrong ? refuse(wrong) : decided([{ kind: 'window-changed', body }], {})
    },
  },
  'remove-window': {
    decide(state, { windowId }) {
      if (!state.windows[windowId]) return refuse('not-found')
      const use = useOfWindow(state, windowId)
      return use ? refuse('in-use') : decided([{ kind: 'window-removed', body: { windowId } }], {})
    },
  },
  'add-printer': {
    decide(state, body) {
      const known = state.printers[body.printerId]
      const isMoved = known !== undefined && known.deviceId !== body.deviceId
      // The agent before may have printed them: never does the next one print them unmarked.
      const unknown = isMoved ? leftUnknown(state, known.id) : []
      return decided([{ kind: 'printer-added', body }, ...unknown], {})
    },
  },
  'remove-printer': {
    decide(state, { printerId }) {
      if (!state.printers[printerId]) return refuse('not-found')
      if (windowsWith(state, printerId).length > 0) return refuse('in-use')
      return decided([...leftUnknown(state, printerId), { kind: 'printer-removed', body: { printerId } }], {})
    },
  },
  'change-line-settings': {
    decide(_state, body) {
      return decided([{ kind: 'line-settings-changed', body }], {})
    },
  },
  'change-opening': {
    decide(_state, body) {
      return decided([{ kind: 'opening-changed', body }], {})
    },
  },
  'change-today': {
    decide(_state, body, { services }) {
      const unknown = body.today.servicesOff.find((service) => service !== 'other' && !services.has(service))
      return unknown === undefined
        ? decided([{ kind: 'today-changed', body }], {})
        : refuse('unknown-service', { service: unknown })
    },
  },
  'change-service-settings': {
    decide(state, body, { services }) {
      const service = services.get(body.service)
      if (!service) return refuse('unknown-service')
      const defaults = new Map(Object.entries(service.defaults))
      for (const [setting, value] of Object.entries(body.values)) {
        const known: unknown = defaults.get(setting)
        if (known === undefined || settingMisfit(known, value, setting, service.settingRules) !== null)
          return refuse('invalid-answers', { setting })
      }
      const misfit = changeMisfit(state, service, body)
      if (misfit) return refuse('invalid-answers', { setting: misfit.path })
      return decided([{ kind: 'service-settings-changed', body }], {})
    },
  },
}
