import { plainText } from '../domain/answers/plain-text.ts'
import type { CommandBodies } from '../domain/command.ts'
import type { ServiceId } from '../domain/service.ts'
import type { OfficeState, Window } from '../domain/state.ts'
import { listOption, UsageError, word, type AdminContext } from './admin-command.ts'

type WindowFields = CommandBodies['add-window']

/** What stands for no printer and for every line. A printer cannot have this ID, a service not this name. */
export const noPrinter = 'none'
const everyLine = 'all'

export const maxLabelLength = 12

const inOrder = (labels: readonly string[]): string =>
  labels.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })).join(', ')

/** @throws UsageError for words behind the label: part of a label or of --lines that was meant to be one word */
export const windowLabel = (context: AdminContext): string => {
  const label = word(context, 1, 'LABEL')
  const more = context.words[2]
  if (more === undefined) return label
  throw new UsageError(
    `${more} is a word too many: a label of several words goes into quotes, and services have commas and no spaces between them`,
  )
}

const linesOption = (context: AdminContext): WindowFields['lines'] => {
  if (context.options['lines'] === everyLine) return null
  const lines = [...new Set(listOption(context, 'lines'))]
  if (lines.length === 0)
    throw new UsageError(`--lines names no service: it should be services, or ${everyLine}`)
  return lines
}

/** The fields that --label, --printer and --lines name, as they were typed; what is not named is not there. */
export const namedFields = (context: AdminContext): Partial<WindowFields> => {
  const { label, printer, lines } = context.options
  return {
    ...(label === undefined ? {} : { label }),
    ...(printer === undefined ? {} : { printerId: printer === noPrinter ? null : printer }),
    ...(lines === undefined ? {} : { lines: linesOption(context) }),
  }
}

/** @throws UsageError that names the windows there are */
export const windowCalled = (state: OfficeState, label: string): Window => {
  const plain = plainText(label, maxLabelLength)
  const windows = Object.values(state.windows)
  const window = windows.find((each) => plain.ok && each.label === plain.value)
  if (window) return window
  const there = inOrder(windows.map((each) => each.label))
  throw new UsageError(
    `There is no window ${label}: ${there === '' ? 'add-window first' : `the windows are ${there}`}`,
  )
}

/** Says with names what the office would refuse with a code. @throws UsageError */
export const refuseWrongWindow = (
  state: OfficeState,
  { label, printerId, lines }: WindowFields,
  { services, windowId }: { services: ReadonlyMap<ServiceId, unknown>; windowId?: string },
): void => {
  if (Object.values(state.windows).some((other) => other.label === label && other.id !== windowId))
    throw new UsageError(
      `There is a window ${label} already: choose another label, or give that one another first`,
    )
  if (printerId !== null && !state.printers[printerId]) {
    const there = inOrder(Object.keys(state.printers))
    throw new UsageError(
      `There is no printer ${printerId}: add-printer first${there === '' ? '' : `, or take one of ${there}`}`,
    )
  }
  const known = [...services.keys(), 'other']
  const unknown = (lines ?? []).find((line) => !known.includes(line))
  if (unknown !== undefined)
    throw new UsageError(
      `There is no service ${unknown}: the services are ${known.join(', ')}; "${everyLine}" stands alone`,
    )
}

/** As in "Window 1 is with printer lobby, calling from every line". */
export const windowWords = ({ printerId, lines }: WindowFields): string => {
  const printer = printerId === null ? 'without a printer' : `with printer ${printerId}`
  const called = lines === null ? 'every line' : lines.length === 0 ? 'no line' : lines.join(', ')
  return `${printer}, calling from ${called}`
}
