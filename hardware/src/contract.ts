/** The only door to the server's contract: everything else here imports it from this file. */
export { liveNamespace, liveTransports, paths, protocolVersion } from '@lobbyline/server/contract'
export type {
  ClientEvents,
  LiveAuth,
  PrintJob,
  PrintOutcome,
  PrinterCondition,
  ServerEvents,
  Slip,
  SlipBlock,
  WindowLight,
} from '@lobbyline/server/contract'
