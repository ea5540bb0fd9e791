import type { Readiness } from '#platform/http/health-routes.ts'
import { pendingMigrations } from '#platform/database/migrate.ts'
import type { Application } from './application.ts'
import { migrations } from './migrations.ts'

/** Whether requests can be answered: the database is reached, and its schema is the one that this code knows. */
export async function readinessOf({ database, log }: Pick<Application, 'database' | 'log'>): Promise<Readiness> {
  try {
    const pending = await pendingMigrations(database, migrations)
    return pending.length === 0 ? { ready: true } : { ready: false, waitingFor: 'migrations' }
  } catch (err) {
    log.error({ err }, 'the database cannot be reached')
    return { ready: false, waitingFor: 'the database' }
  }
}
