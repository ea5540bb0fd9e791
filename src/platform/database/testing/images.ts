import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { ClientBase } from 'pg'
import type { Migration } from '../database.ts'
import { transactionHandle } from '../transaction-handle.ts'

const folder = join(import.meta.dirname, '../../../../node_modules/.cache/golden-thread')

/** Whoever changes the schema leaves images behind that nothing asks for again. */
const keptFor = 7 * 24 * 60 * 60 * 1000

const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/**
 * The image of a database in memory with these migrations run, if one is kept beside the packages: to begin from it takes a third of the time.
 * It is known by everything that the migrations state on an empty store, so that another schema is another image.
 */
export async function keptImage(migrations: readonly Migration[]): Promise<Uint8Array | undefined> {
  const file = await fileOf(migrations)
  return existsSync(file) ? zstdDecompressSync(readFileSync(file)) : undefined
}

/** Keeps an image for the next test file that wants the same database. */
export async function keepImage(migrations: readonly Migration[], image: Uint8Array): Promise<void> {
  const file = await fileOf(migrations)
  mkdirSync(folder, { recursive: true })
  forgetOld()
  writeFileSync(`${file}.${process.pid}`, zstdCompressSync(image, quickly))
  renameSync(`${file}.${process.pid}`, file)
}

async function fileOf(migrations: readonly Migration[]): Promise<string> {
  const hash = createHash('sha256')
  for (const part of [...makers(), ...(await statementsOf(migrations))]) hash.update(`${part}\0`)
  return join(folder, `database-${hash.digest('hex').slice(0, 16)}.tar.zst`)
}

/** Another PGlite or another set-up makes another image. */
function makers(): string[] {
  const files = ['../set-up.ts', '../dangerous-functions.ts', '../embedded/cluster.ts', '../../../../node_modules/@electric-sql/pglite/package.json']
  return files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
}

/** The names of the migrations, and what each says to a database in which there is nothing. */
async function statementsOf(migrations: readonly Migration[]): Promise<string[]> {
  const said: string[] = []
  const query = async ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }): Promise<unknown> => {
    said.push(text, JSON.stringify(values))
    return { rows: [], rowCount: 0 }
  }
  const listening = transactionHandle({ query } as unknown as ClientBase, 'scripts')
  for (const { name, up } of migrations) {
    said.push(name)
    await up(listening)
  }
  return said
}

function forgetOld(): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    // Another test file may have given what it was writing its name meanwhile.
    const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - writtenAt > keptFor) rmSync(file, { force: true })
  }
}
