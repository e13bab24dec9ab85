/** Where a line tells what went wrong: codes and causes, never a resident's words. pino fits. */
export interface OfficeLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export const silent: OfficeLog = { warn: () => {}, error: () => {} }
