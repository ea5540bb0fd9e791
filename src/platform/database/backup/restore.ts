import { sql } from 'kysely'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { Database, Transaction } from '../database.ts'
import type { BackupSummary } from './back-up.ts'
import type { BackupLine } from './backup-lines.ts'
import { backupLine, isWhole, linesOf } from './backup-lines.ts'
import type { CouncilTableShape } from './council-tables.ts'
import { councilTables, fixFormats, migrationsRun } from './council-tables.ts'
import { markBegun, markEnded } from './restore-mark.ts'
import { withoutTriggers } from './without-triggers.ts'

const rowsAtOnce = 500

/**
 * Brings a backup into a store that has no rows of this council, whole or not at all: the checksum is verified before anything
 * is written, and all rows come in one transaction. Refuses a damaged file, another council's, one that a different version
 * made, and a store that is in use and one whose folder takes no files. Until it has ended, the store is marked, so that nobody takes it for an empty one.
 */
export async function restoreFrom(database: Database, files: ContentStore, path: string): Promise<Outcome<BackupSummary>> {
  const begun = await database.owner(begin)
  if (!begun.ok) return begun
  const restored = await restoreWhole(database, files, path)
  if (!restored.ok && begun.value.isFirst) await database.owner(markEnded)
  return restored
}

async function begin(tx: Transaction): Promise<Outcome<{ readonly isFirst: boolean }>> {
  for (const { name } of await councilTables(tx)) {
    const { rows } = await sql.raw(`select from ${name} limit 1`).execute(tx.tables())
    if (rows.length > 0) {
      return refuse('conflict', `This store is in use: there are rows in ${name}. Restore into a new, empty data folder or database.`)
    }
  }
  return ok({ isFirst: await markBegun(tx) })
}

async function restoreWhole(database: Database, files: ContentStore, path: string): Promise<Outcome<BackupSummary>> {
  if (!(await isThereAndWhole(path))) {
    return refuse('invalid', `${path} is not a whole backup: it is missing, cut short or damaged. Take another copy of it.`)
  }
  const objection = await database.owner((tx) => objectionTo(tx, database.council, path))
  if (objection !== undefined) return objection
  // Files stand under their own checksum: should the rows fail afterwards, they harm nothing.
  const fileCount = await restoreFiles(files, path).catch(refuseWhereNoRoom)
  if (typeof fileCount !== 'number') return fileCount
  const counts = await database.owner(async (tx) => {
    const restored = await withoutTriggers(tx, () => restoreRows(tx, path))
    await markEnded(tx)
    return restored
  })
  return ok({ ...counts, files: fileCount })
}

function refuseWhereNoRoom(error: unknown): ReturnType<typeof refuse> {
  if (error instanceof StoreCannotWrite) return refuse('unavailable', `${error.message} Nothing was restored.`)
  throw error
}

async function isThereAndWhole(path: string): Promise<boolean> {
  try {
    return await isWhole(path)
  } catch {
    return false
  }
}

async function objectionTo(tx: Transaction, council: string, path: string): Promise<ReturnType<typeof refuse> | undefined> {
  const header = await headerOf(path)
  if (header.council !== council) return refuse('invalid', `This is the backup of ${header.council}; this store is for ${council}.`)
  const here = await migrationsRun(tx)
  if (JSON.stringify(here) !== JSON.stringify(header.migrations)) {
    const advice = 'Restore it with that version, then start this one on the store.'
    return refuse('invalid', `This backup was made by another version of Golden Thread. ${advice}`)
  }
  return undefined
}

async function headerOf(path: string): Promise<Extract<BackupLine, { backup: string }>> {
  for await (const line of parsedLines(path)) if ('backup' in line) return line
  throw new Error('A backup without a first line')
}

async function restoreFiles(files: ContentStore, path: string): Promise<number> {
  let current: { file: string; parts: Buffer[] } | undefined
  let count = 0
  const keep = async (): Promise<void> => {
    if (current === undefined) return
    const checksum = await files.put(Buffer.concat(current.parts))
    if (checksum !== current.file) throw new Error(`The file ${current.file} was damaged when it was backed up`)
    count += 1
  }
  for await (const line of parsedLines(path)) {
    if (!('file' in line)) continue
    if (current?.file !== line.file) {
      await keep()
      current = { file: line.file, parts: [] }
    }
    current.parts.push(Buffer.from(line.part, 'base64'))
  }
  await keep()
  return count
}

async function restoreRows(tx: Transaction, path: string): Promise<Omit<BackupSummary, 'files'>> {
  await fixFormats(tx)
  const shapes = new Map((await councilTables(tx)).map((table) => [table.name, table]))
  const counts = { tables: 0, rows: 0 }
  let insert: (rows: readonly unknown[]) => Promise<void> = noTable
  let rows: unknown[] = []
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await insert(rows.splice(0))
  }
  for await (const line of parsedLines(path)) {
    if (Array.isArray(line)) {
      counts.rows += rows.push(line) > 0 ? 1 : 0
      if (rows.length >= rowsAtOnce) await flush()
      continue
    }
    await flush()
    rows = []
    if ('table' in line) {
      insert = inserterOf(tx, shapes.get(line.table), line.columns)
      counts.tables += 1
    }
    if ('sequence' in line) await raiseSequence(tx, line.sequence, line.last)
  }
  return counts
}

type Insert = (rows: readonly unknown[]) => Promise<void>

async function noTable(): Promise<void> {
  throw new Error('A row of a backup stands before its table')
}

/** Inserts rows given as arrays of text, in the order of the columns. */
function inserterOf(tx: Transaction, table: CouncilTableShape | undefined, columns: readonly string[]): Insert {
  if (table === undefined) throw new Error('A backup of the same migrations holds a table that is not here')
  const types = new Map(table.columns.map(({ name, type }) => [name, type]))
  const values = columns.map((column, index) => `(row ->> ${index})::${types.get(column) ?? unknownColumn(column)}`)
  const statement = `insert into ${table.name} (${columns.join(', ')}) overriding system value select ${values.join(', ')} from json_array_elements(`
  return async (rows) => void (await sql`${sql.raw(statement)}${JSON.stringify(rows)}::json) as row`.execute(tx.tables()))
}

function unknownColumn(column: string): never {
  throw new Error(`A backup of the same migrations holds a column that is not here: ${column}`)
}

/** Other councils may share the sequence, so it never goes back. */
async function raiseSequence(tx: Transaction, sequence: string, last: number): Promise<void> {
  await sql`
    select setval(${sequence}::regclass, greatest(${last}::bigint, (select coalesce(max(last_value), 1) from ${sql.raw(sequence)})))
  `.execute(tx.tables())
}

async function* parsedLines(path: string): AsyncGenerator<BackupLine> {
  for await (const line of linesOf(path)) yield backupLine.parse(JSON.parse(line))
}
