import type { OfficeState, Printer, PrinterCondition } from '@lobbyline/server/contract'

const prints: readonly PrinterCondition[] = ['ready', 'paper-low']

/** Printers that no window uses, such as a kiosk's, while they cannot print: whoever sits at a window would not see it. */
export const unwatchedPrinters = ({ printers, windows }: OfficeState): Printer[] => {
  const watched = new Set(Object.values(windows).map(({ printerId }) => printerId))
  return Object.values(printers).filter(
    ({ id, condition }) => !watched.has(id) && !prints.includes(condition),
  )
}
