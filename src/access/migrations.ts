import type { Migration } from '#platform/database/database.ts'
import { accessAccounts } from './migrations/0002-access-accounts.ts'
import { accessAudit } from './migrations/0002-access-audit.ts'
import { accessKeys } from './migrations/access-keys.ts'
import { accessSessions } from './migrations/0002-access-sessions.ts'

/** In the order in which they run. */
export const accessMigrations: readonly Migration[] = [accessAccounts, accessSessions, accessAudit, accessKeys]
