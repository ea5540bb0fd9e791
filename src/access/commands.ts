import { auditCommands } from './audit/audit-commands.ts'
import { userCommands } from './accounts/user-commands.ts'

/** `user add`, `user disable`, `user list`, `audit verify`. */
export const accessCommands = [...userCommands, ...auditCommands]
