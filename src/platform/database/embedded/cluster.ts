import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles } from './durable-files.ts'

/** PGlite's own start arguments without `-F` (no fsync) and `-O` (system tables may be changed). */
const startParams = [
  ...PGlite.defaultStartParams.filter((argument) => argument !== '-F' && argument !== '-O'),
  ...['wal_sync_method=fsync', 'max_wal_size=128MB', 'min_wal_size=32MB', 'temp_file_limit=1GB'].flatMap((setting) => ['-c', setting]),
]

/** Opens the cluster in `<folder>/cluster`; makes it first where there is none. Throws with PostgreSQL's own last words where it cannot. */
export async function openCluster(folder: string): Promise<PGlite> {
  const cluster = join(folder, 'cluster')
  if (!existsSync(cluster)) await makeCluster(cluster)
  // What statements put aside stays behind when the engine is stopped under them; a server clears it away at its start, PGlite does not.
  rmSync(join(cluster, 'base', 'pgsql_tmp'), { recursive: true, force: true })
  return await start(cluster)
}

/** A cluster in memory, kept nowhere; `template` is the file image of one made earlier. */
export async function openInMemory(template: Uint8Array | undefined): Promise<PGlite> {
  return await PGlite.create(template === undefined ? {} : { loadDataDir: new Blob([template as Uint8Array<ArrayBuffer>]) })
}

/** Made aside, brought to disk and then named, so that a process killed half-way leaves no half-made cluster behind. */
async function makeCluster(cluster: string): Promise<void> {
  const making = `${cluster}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  const database = await start(making)
  await database.close()
  bringAllToDisk(making)
  renameSync(making, cluster)
  bringToDisk(dirname(cluster))
}

async function start(cluster: string): Promise<PGlite> {
  let lastWords: string | undefined
  const onStderr = (line: string): boolean => {
    lastWords = /(?:FATAL|PANIC):\s+(.*)/.exec(line)?.[1] ?? lastWords
    return false
  }
  try {
    return await PGlite.create({ fs: new DurableFiles(cluster), startParams, onStderr })
  } catch (error) {
    throw lastWords === undefined ? error : new Error(lastWords, { cause: error })
  }
}

/** PGlite writes the files of a new cluster without waiting for the disk. */
function bringAllToDisk(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) bringToDisk(join(entry.parentPath, entry.name))
  bringToDisk(folder)
}

function bringToDisk(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
