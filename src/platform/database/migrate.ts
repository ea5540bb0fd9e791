import { sql } from 'kysely'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { Database, Migration, Transaction } from './database.ts'
import { storeTrouble } from './sql-errors.ts'

interface MigrationTables {
  'platform.migrations': { name: string }
}

const migrationLock = 714_320_002

/** Hears that so many of all the steps there are have been run. */
type StepTeller = (done: number, of: number) => void

/**
 * Runs the migrations that have not been run, in the order of the list, each in a transaction of its own. Two processes that start
 * together share the work. Refuses a store in which a newer version has run a migration that this one does not know, a damaged one, and
 * a login without the rights.
 */
export async function migrate(database: Database, migrations: readonly Migration[], tell: StepTeller = () => undefined): Promise<Outcome<{ readonly applied: readonly string[] }>> {
  assertNamesDiffer(migrations)
  const applied: string[] = []
  for (;;) {
    const step = await database.owner((tx) => runNext(tx, migrations)).catch((error: unknown) => storeTrouble(error) ?? rethrow(error))
    if (!step.ok) return step
    if (step.value === undefined) return ok({ applied })
    const name = step.value
    applied.push(name)
    tell(migrations.findIndex((migration) => migration.name === name) + 1, migrations.length)
  }
}

/** The names of the migrations that have not been run, in order. */
export async function pendingMigrations(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  const done = new Set(await database.owner((tx) => namesRun(tx)))
  return migrations.filter(({ name }) => !done.has(name)).map(({ name }) => name)
}

/** Runs one migration and gives back its name; undefined when there is none left. */
async function runNext(tx: Transaction, migrations: readonly Migration[]): Promise<Outcome<string | undefined>> {
  await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx.tables())
  const done = new Set(await namesRun(tx))
  const unknown = [...done].filter((name) => migrations.every((migration) => migration.name !== name))
  if (unknown.length > 0) {
    const names = unknown.join(', ')
    return refuse('unavailable', `A newer Golden Thread has used this store (it ran ${names}). Start that version, or restore a backup from before.`)
  }
  const next = migrations.find(({ name }) => !done.has(name))
  if (next === undefined) return ok(undefined)
  await run(tx, next)
  return ok(next.name)
}

async function run(tx: Transaction, migration: Migration): Promise<void> {
  try {
    await migration.up(tx)
    await tx.tables<MigrationTables>().insertInto('platform.migrations').values({ name: migration.name }).execute()
  } catch (error) {
    throw new Error(`The migration ${migration.name} failed`, { cause: error })
  }
}

async function namesRun(tx: Transaction): Promise<string[]> {
  const rows = await tx.tables<MigrationTables>().selectFrom('platform.migrations').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

function rethrow(error: unknown): never {
  throw error
}

function assertNamesDiffer(migrations: readonly Migration[]): void {
  if (new Set(migrations.map(({ name }) => name)).size !== migrations.length) throw new Error('Two migrations have the same name')
}
