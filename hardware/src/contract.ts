/** The only door to the server's contract: everything else here imports it from this file. */
export {
  keypadActions,
  liveNamespace,
  liveTransports,
  paths,
  protocolVersion,
} from '@lobbyline/server/contract'
export { createCardGuard } from '@lobbyline/server/contract/scans'
export type {
  ClientEvents,
  KeypadAction,
  LiveAuth,
  PrintJob,
  PrintOutcome,
  PrinterCondition,
  ServerEvents,
  Slip,
  SlipBlock,
  WindowLight,
} from '@lobbyline/server/contract'
