import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'
import { makeFolder } from '#platform/files/make-folder.ts'

interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process alone. The lock is the operating system's, held through SQLite's exclusive lock on
 * `lock.sqlite`: it ends with the process however that ends, so nothing stale is left behind.
 * Refuses where another process has it, and where the folder cannot be made or written to.
 */
export function lockFolder(folder: string): Outcome<FolderLock> {
  const file = join(folder, 'lock.sqlite')
  let lock: DatabaseSync | undefined
  try {
    makeFolder(folder)
    chmodSync(folder, 0o700)
    lock = new DatabaseSync(file, { timeout: 0 })
    chmodSync(file, 0o600)
    // Without a journal on disk nothing is written, so that a store on a full disk can still be opened and read.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    const why = error instanceof Error ? whyNot(error, folder) : undefined
    if (why === undefined) throw error
    return refuse('unavailable', why)
  }
  const held = lock
  return ok({ release: () => held.close() })
}

/** SQLite's "busy", "cannot open", "read only", "full" and "input or output". */
const sqliteReasons: Readonly<Record<number, (folder: string) => string>> = {
  5: (folder) => `Another Golden Thread is using the folder ${folder}. Stop that one first, or give this one a data folder of its own.`,
  14: (folder) => `The folder ${folder} cannot be written to. Give this account the right to, or set DATA_DIR to another folder.`,
  8: (folder) => `The folder ${folder} can only be read. Set DATA_DIR to a folder that can be written to.`,
  13: (folder) => `The disk of the folder ${folder} is full. Make room on it, or set DATA_DIR to a folder on another disk.`,
  10: (folder) => `The disk of the folder ${folder} does not work as it should. Check the disk and its connection, then start again.`,
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file stands there',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not change it',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  ENAMETOOLONG: 'its name is too long',
}

function whyNot(error: Error & { readonly errcode?: unknown; readonly code?: unknown }, folder: string): string | undefined {
  const bySqlite = typeof error.errcode === 'number' ? sqliteReasons[error.errcode] : undefined
  if (bySqlite !== undefined) return bySqlite(folder)
  const reason = typeof error.code === 'string' ? systemReasons[error.code] : undefined
  return reason === undefined ? undefined : `The folder ${folder} cannot be used: ${reason}. Set DATA_DIR to a folder of this account.`
}
