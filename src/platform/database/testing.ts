import { after, before, describe } from 'node:test'
import type { Database, Migration } from './database.ts'
import { databaseOver } from './database-over.ts'
import { openMemory } from './embedded/open-embedded.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'
import { keepImage, keptImage } from './testing/images.ts'
import { findPostgres, startPostgres } from './testing/postgres-server.ts'

/** A database of a test's own. */
export interface TestStore {
  readonly database: Database
  /** The same data in the hands of another council. */
  readonly asCouncil: (council: string) => Promise<Database>
  readonly close: () => Promise<void>
}

const testCouncil = 'testshire'

/** A database in memory with these migrations run, for one test file: open it in `before`, close it in `after`. */
export async function testDatabase(migrations: readonly Migration[]): Promise<TestStore> {
  const kept = await keptImage(migrations)
  const lines = await openMemory(testCouncil, kept ?? (await emptyImage()))
  const store = await migrated(databaseOver('embedded', testCouncil, lines), migrations)
  if (kept === undefined) await keepImage(migrations, await lines.image())
  const others: Database[] = []
  return {
    database: store,
    asCouncil: async (council) => {
      const other = databaseOver('embedded', council, await openMemory(council, await lines.image()))
      others.push(other)
      return other
    },
    close: async () => void (await Promise.all([store, ...others].map((database) => database.close()))),
  }
}

/**
 * Declares the tests once for the embedded database and, where this machine has a `postgres` program, once more for a server
 * that is started for them on a private socket; says so where it has none. `store` may be used inside tests and hooks only.
 */
export function eachDatabase(migrations: readonly Migration[], declare: (store: () => TestStore) => void): void {
  declareOn('on the embedded database', () => testDatabase(migrations), declare)
  const programs = findPostgres()
  if (programs === undefined) process.stderr.write('No postgres program on this machine: these tests ran on the embedded database only\n')
  else declareOn('on a PostgreSQL server', () => serverDatabase(programs, migrations), declare)
}

function declareOn(name: string, open: () => Promise<TestStore>, declare: (store: () => TestStore) => void): void {
  describe(name, () => {
    let store: TestStore | undefined
    before(async () => {
      store = await open()
    })
    after(() => store?.close())
    declare(() => {
      if (store === undefined) throw new Error('The database is there inside tests and hooks only')
      return store
    })
  })
}

async function serverDatabase(programs: string, migrations: readonly Migration[]): Promise<TestStore> {
  const server = await startPostgres(programs)
  const databases: Database[] = []
  const open = async (council: string): Promise<Database> => {
    const opened = await openDatabase({ kind: 'server', url: server.url, council })
    if (!opened.ok) throw new Error(opened.refusal.message)
    databases.push(opened.value)
    return opened.value
  }
  return {
    database: await migrated(await open(testCouncil), migrations),
    asCouncil: open,
    close: async () => {
      await Promise.all(databases.map((database) => database.close()))
      await server.stop()
    },
  }
}

async function migrated(database: Database, migrations: readonly Migration[]): Promise<Database> {
  const outcome = await migrate(database, migrations)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return database
}

/** The image of a database with roles and schemas and no table. */
async function emptyImage(): Promise<Uint8Array> {
  const kept = await keptImage([])
  if (kept !== undefined) return kept
  const lines = await openMemory(testCouncil, undefined)
  const image = await lines.image()
  await Promise.all([lines.close(), keepImage([], image)])
  return image
}
