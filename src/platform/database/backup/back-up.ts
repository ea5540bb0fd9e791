import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { Database, Transaction } from '../database.ts'
import { BackupWriter } from './backup-lines.ts'
import type { CouncilTableShape } from './council-tables.ts'
import { councilTables, fixFormats, migrationsRun } from './council-tables.ts'

/** What a backup holds. */
export interface BackupSummary {
  readonly tables: number
  readonly rows: number
  readonly files: number
}

const rowsAtOnce = 500
const bytesAtOnce = 384 * 1024

/**
 * Writes everything of this council, rows and files, into one new file that restores on the embedded database and on a server alike.
 * The rows are those of one moment. Refuses to write over a file, and where the file cannot be written.
 */
export async function backupTo(database: Database, files: ContentStore, path: string): Promise<Outcome<BackupSummary>> {
  if (existsSync(path)) return refuse('conflict', `There is a file ${path} already. Give the backup another name.`)
  const aside = `${path}.part`
  const writer = new BackupWriter(aside)
  try {
    const counts = await database.owner((tx) => writeRows(tx, database.council, writer))
    const count = await writeFiles(files, writer)
    await writer.end()
    await rename(aside, path)
    return ok({ ...counts, files: count })
  } catch (error) {
    await writer.giveUp()
    await rm(aside, { force: true })
    if (!isNoPlace(error)) throw error
    return refuse('unavailable', `The backup cannot be written to ${path} (${error.message}). Give a folder that exists, is yours and has room.`)
  }
}

async function writeRows(tx: Transaction, council: string, writer: BackupWriter): Promise<Omit<BackupSummary, 'files'>> {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx.tables())
  await fixFormats(tx)
  await writer.write({ backup: 'golden-thread', format: 1, council, migrations: await migrationsRun(tx) })
  const tables = await councilTables(tx)
  let rows = 0
  for (const table of tables) rows += await writeTable(tx, table, writer)
  await writeSequences(tx, writer)
  return { tables: tables.length, rows }
}

async function writeTable(tx: Transaction, table: CouncilTableShape, writer: BackupWriter): Promise<number> {
  await writer.write({ table: table.name, columns: table.columns.map(({ name }) => name) })
  const values = table.columns.map(({ name }) => `${name}::text`).join(', ')
  const query = `select to_json(array[${values}])::text as line from ${table.name} order by ${table.key.join(', ')}`
  await sql.raw(`declare backup no scroll cursor for ${query}`).execute(tx.tables())
  let count = 0
  for (;;) {
    const { rows } = await sql<{ line: string }>`${sql.raw(`fetch ${rowsAtOnce} from backup`)}`.execute(tx.tables())
    for (const { line } of rows) await writer.writeText(line)
    count += rows.length
    if (rows.length < rowsAtOnce) break
  }
  await sql`close backup`.execute(tx.tables())
  return count
}

async function writeSequences(tx: Transaction, writer: BackupWriter): Promise<void> {
  const { rows } = await sql<{ sequence: string; last: number }>`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as sequence, last_value as last from pg_sequences
    where schemaname in ('platform', 'access', 'work', 'published') and last_value is not null order by 1`.execute(tx.tables())
  for (const row of rows) await writer.write(row)
}

async function writeFiles(files: ContentStore, writer: BackupWriter): Promise<number> {
  const checksums = await files.list()
  for (const file of checksums) {
    const bytes = Buffer.from((await files.get(file)) ?? missing(file))
    for (let start = 0; start === 0 || start < bytes.length; start += bytesAtOnce) {
      await writer.write({ file, part: bytes.toString('base64', start, start + bytesAtOnce) })
    }
  }
  return checksums.length
}

function missing(file: string): never {
  throw new Error(`The file ${file} went away while it was backed up`)
}

function isNoPlace(error: unknown): error is Error {
  const codes = ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EPERM', 'EISDIR']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
