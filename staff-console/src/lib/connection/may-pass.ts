import type { ClientError } from '@lobbyline/server/contract'

/** Whether asking again may be answered: nobody answered, or the server could not now. What it refuses it refuses again. */
export const mayPass = (error: ClientError): boolean =>
  error.code === 'offline' || error.status >= 500 || error.status === 429
