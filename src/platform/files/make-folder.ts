import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder, with those above it that are missing, for its owner alone; answers whether it was not there before. Throws what
 * the system says (ENOTDIR, EACCES, …).
 * Each is tried once: Node's own `recursive` goes on for ever where a folder that is there takes no other in (below /proc).
 */
export function makeFolder(folder: string): boolean {
  const missing = missingFolders(resolve(folder))
  for (const one of missing) make(one)
  return missing.length > 0
}

/** Those that are not there, the uppermost first. */
function missingFolders(folder: string): readonly string[] {
  const missing: string[] = []
  let at = folder
  while (statSync(at, { throwIfNoEntry: false }) === undefined && dirname(at) !== at) {
    missing.unshift(at)
    at = dirname(at)
  }
  return missing.length === 0 && !isFolder(folder) ? [folder] : missing
}

/** Another process may have made it meanwhile. */
function make(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST' && isFolder(folder))) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
