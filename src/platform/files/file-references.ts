import type { Reader } from '#platform/database/database.ts'

/**
 * The checksums of every file of the content store that the rows of a feature refer to, those of earlier versions included. Each feature that keeps
 * files gives one, so that a backup and a check can tell what is missing.
 */
export type FileReferences = (reader: Reader) => Promise<readonly string[]>

/** Every checksum that any of the features refers to, once, in order. */
export async function allReferences(reader: Reader, references: readonly FileReferences[]): Promise<readonly string[]> {
  const checksums = new Set<string>()
  for (const refer of references) for (const checksum of await refer(reader)) checksums.add(checksum)
  return [...checksums].sort()
}
