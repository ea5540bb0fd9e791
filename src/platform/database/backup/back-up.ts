import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import { checkFiles, isDamaged, type FileDamage } from '#platform/files/check-files.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { allReferences, type FileReferences } from '#platform/files/file-references.ts'
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

/** What was written, and what is not in it although it should be. */
export interface WrittenBackup extends BackupSummary {
  readonly damage: FileDamage
}

interface BackupOptions {
  /** Says which files there should be. */
  readonly references: readonly FileReferences[]
  /** Writes the backup without the files that are missing or damaged. */
  readonly despiteDamage?: boolean
}

const rowsAtOnce = 500
const bytesAtOnce = 384 * 1024

/**
 * Writes everything of this council, rows and files, into one new file that restores on the embedded database and on a server alike.
 * The rows are those of one moment. Refuses to write over a file, where the file cannot be written, and, unless told otherwise, where a file of the
 * content store is missing or damaged: each is named.
 */
export async function backupTo(database: Database, files: ContentStore, path: string, options: BackupOptions): Promise<Outcome<WrittenBackup>> {
  if (existsSync(path)) return refuse('conflict', `There is a file ${path} already. Give the backup another name.`)
  const aside = `${path}.part`
  const writer = new BackupWriter(aside)
  try {
    const { expected, ...counts } = await database.owner(async (tx) => ({
      ...(await writeRows(tx, database.council, writer)),
      expected: await allReferences(tx.reader, options.references),
    }))
    const written = await writeFiles(files, expected, writer)
    if (isDamaged(written.damage) && options.despiteDamage !== true) return await giveUp(writer, aside, written.damage)
    await writer.end()
    await rename(aside, path)
    return ok({ ...counts, ...written })
  } catch (error) {
    await letGo(writer, aside)
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
  if (table.key.length === 0) throw new Error(`${table.name} has no primary key, so its rows cannot be written in order.`)
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

/** Everything that is kept, whether rows refer to it or not, and word of what rows refer to and is not kept. */
async function writeFiles(files: ContentStore, expected: readonly string[], writer: BackupWriter): Promise<Pick<WrittenBackup, 'files' | 'damage'>> {
  const checksums = [...new Set([...(await files.list()), ...expected])].sort()
  let count = 0
  const damage = await checkFiles(files, checksums, async (file, content) => {
    const bytes = Buffer.from(content)
    for (let start = 0; start === 0 || start < bytes.length; start += bytesAtOnce) {
      await writer.write({ file, part: bytes.toString('base64', start, start + bytesAtOnce) })
    }
    count += 1
  })
  return { files: count, damage }
}

async function giveUp(writer: BackupWriter, aside: string, damage: FileDamage): Promise<Outcome<never>> {
  await letGo(writer, aside)
  const faults = [
    ...damage.missing.map((file) => ({ file, message: 'This file is missing.' })),
    ...damage.damaged.map((file) => ({ file, message: 'This file is damaged.' })),
  ]
  const advice = 'Put them back from an earlier backup, or write the backup without them by --despite-damage.'
  return refuse('unavailable', `No backup was written: files that belong in it are missing or damaged. ${advice}`, faults)
}

async function letGo(writer: BackupWriter, aside: string): Promise<void> {
  await writer.giveUp()
  await rm(aside, { force: true })
}

function isNoPlace(error: unknown): error is Error {
  const codes = ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EPERM', 'EISDIR']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
