import { accessCommands } from './access-commands.ts'
import type { AdminCommand } from './admin-command.ts'
import { auditCommands } from './audit-commands.ts'
import { officeCommands } from './office-commands.ts'
import { recordCommands } from './record-commands.ts'
import { retentionCommands } from './retention-commands.ts'
import { securityCommands } from './security-commands.ts'
import { settingsCommands } from './settings-commands.ts'
import { speechCommands } from './speech-commands.ts'

/** All that `npm run admin` can do, in the order of its help. */
export const adminCommands: Readonly<Record<string, AdminCommand>> = {
  ...officeCommands,
  ...settingsCommands,
  ...accessCommands,
  ...securityCommands,
  ...recordCommands,
  ...speechCommands,
  ...retentionCommands,
  ...auditCommands,
}
