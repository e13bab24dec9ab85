/** The only door to the server's contract: everything else here imports it from this file. */
export {
  createClient,
  keypadActions,
  liveNamespace,
  liveTransports,
  paths,
  protocolVersion,
} from '@lobbyline/server/contract'
export { createCardGuard } from '@lobbyline/server/contract/scans'
export type {
  Client,
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
