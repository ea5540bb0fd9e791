import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Outcome } from '#core/outcome.ts'
import { ok, refuse } from '#core/outcome.ts'

interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process alone. The lock is the operating system's, held through SQLite's exclusive lock on
 * `lock.sqlite`: it ends with the process however that ends, so nothing stale is left behind.
 * Refuses where another process has it.
 */
export function lockFolder(folder: string): Outcome<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = join(folder, 'lock.sqlite')
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    chmodSync(file, 0o600)
    lock.exec('BEGIN EXCLUSIVE')
    return ok({ release: () => lock.close() })
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    const advice = 'Stop that one first, or give this one a data folder of its own.'
    return refuse('unavailable', `Another Golden Thread is using the folder ${folder}. ${advice}`)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}
