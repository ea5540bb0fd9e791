import { createHash, randomUUID } from 'node:crypto'
import { access, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { codeOf, DamagedFile, readingFailed, writingFailed } from './content-store-errors.ts'

/** Files kept under the checksum of what is in them, so the same content is kept once and a damaged file is found out. */
export interface ContentStore {
  /**
   * Keeps the bytes, on disk when this settles, and gives back their SHA-256 as 64 hexadecimal digits. A damaged file of the same checksum is
   * put right, and one that is there counts as put anew. Throws `StoreCannotWrite` where the folder does not take it.
   */
  put(bytes: Uint8Array): Promise<string>
  /** What was put; undefined where there is nothing under this checksum. Throws `DamagedFile` where it is not what was put. */
  get(checksum: string): Promise<Uint8Array | undefined>
  has(checksum: string): Promise<boolean>
  /**
   * Takes the file away, if it is there and was not put since a moment. The same content may be kept for several reasons: only for a checksum that no
   * reference of any feature names. Throws `StoreCannotWrite` where the folder does not let it go.
   */
  forget(checksum: string, unlessPutSince?: Date): Promise<void>
  /** The checksums of everything that is kept, in order. */
  list(): Promise<readonly string[]>
  /** The checksums of everything that was last put before this moment, in order. */
  putBefore(moment: Date): Promise<readonly string[]>
  /** Takes away what was begun before this moment and never came to its end, because the process was killed over it; answers how many. */
  clearHalfWritten(moment: Date): Promise<number>
}

/** A store in a folder of the disk, readable by its owner alone: `<folder>/ab/cdef…`. */
export function openContentStore(folder: string): ContentStore {
  const pathOf = (checksum: string): string => join(folder, checksum.slice(0, 2), checksum.slice(2))
  return {
    put: async (bytes) => {
      const checksum = checksumOf(bytes)
      const isKept = (await isWhole(pathOf(checksum), checksum)) && (await touch(pathOf(checksum)))
      if (!isKept) await writeDurably(pathOf(checksum), bytes, folder)
      return checksum
    },
    get: async (checksum) => (isChecksum(checksum) ? await readChecked(pathOf(checksum), checksum) : undefined),
    has: async (checksum) => isChecksum(checksum) && (await isThere(pathOf(checksum))),
    forget: async (checksum, unlessPutSince) => {
      if (isChecksum(checksum) && (unlessPutSince === undefined || (await isOlder(pathOf(checksum), unlessPutSince)))) await takeAway(pathOf(checksum), folder)
    },
    list: async () => await listAll(folder),
    putBefore: async (moment) => await keepIf(await listAll(folder), (checksum) => isOlder(pathOf(checksum), moment)),
    clearHalfWritten: async (moment) => {
      const names = (await namesIn(folder)).filter((name) => /[\\/]\.[0-9a-f-]{36}$/.test(name)).map((name) => join(folder, name))
      const old = await keepIf(names, (name) => isOlder(name, moment))
      for (const name of old) await takeAway(name, folder)
      return old.length
    },
  }
}

export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isChecksum(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

async function readChecked(path: string, checksum: string): Promise<Uint8Array | undefined> {
  const bytes = await unlessMissing(readFile(path)).catch((error: unknown) => {
    throw readingFailed(error, checksum)
  })
  if (bytes !== undefined && checksumOf(bytes) !== checksum) throw new DamagedFile(checksum)
  return bytes
}

async function isWhole(path: string, checksum: string): Promise<boolean> {
  return await readChecked(path, checksum).then(
    (bytes) => bytes !== undefined,
    () => false,
  )
}

/** Written aside, brought to disk and then named: under its name there is the whole file or none. */
async function writeDurably(path: string, bytes: Uint8Array, store: string): Promise<void> {
  const folder = dirname(path)
  const aside = join(folder, `.${randomUUID()}`)
  try {
    const isNew = makeFolder(folder)
    await writeToDisk(aside, bytes)
    await rename(aside, path)
    await bringFolderToDisk(folder)
    if (isNew) await bringFolderToDisk(dirname(folder))
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw writingFailed(error, store)
  }
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** So that the new name survives a power cut; Windows has no such thing. */
async function bringFolderToDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function takeAway(path: string, store: string): Promise<void> {
  await rm(path, { force: true }).catch((error: unknown) => {
    throw writingFailed(error, store)
  })
}

async function listAll(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).map((name) => name.replace(/[\\/]/, '')).filter(isChecksum).sort()
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await unlessMissing(readdir(folder, { recursive: true }))) ?? []
}

/** One after another: a store may have more files than a process may look at together. */
async function keepIf(names: readonly string[], holds: (name: string) => Promise<boolean>): Promise<readonly string[]> {
  const kept: string[] = []
  for (const name of names) if (await holds(name)) kept.push(name)
  return kept
}

async function isOlder(path: string, moment: Date): Promise<boolean> {
  const found = await unlessMissing(stat(path))
  return found !== undefined && found.mtime < moment
}

/** Marks a file as put just now; false where it has gone meanwhile. A folder that can only be read keeps what is there all the same. */
async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return await utimes(path, now, now).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  )
}

async function isThere(path: string): Promise<boolean> {
  return (await unlessMissing(access(path).then(() => true))) ?? false
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
