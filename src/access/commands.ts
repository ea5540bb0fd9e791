import { auditCommands } from './audit/audit-commands.ts'
import { userCommands } from './accounts/user-commands.ts'
import { keyCommands } from './keys/key-commands.ts'

/** `user add`, `user disable`, `user list`, `api-key add`, `audit verify` and their like. */
export const accessCommands = [...userCommands, ...keyCommands, ...auditCommands]
