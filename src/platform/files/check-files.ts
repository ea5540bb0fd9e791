import type { ContentStore } from './content-store.ts'
import { DamagedFile } from './content-store-errors.ts'

/** The files, by their checksums, that are not as they should be. */
export interface FileDamage {
  /** Referred to and not there. */
  readonly missing: readonly string[]
  /** There, and not what was put. */
  readonly damaged: readonly string[]
}

export function isDamaged({ missing, damaged }: FileDamage): boolean {
  return missing.length + damaged.length > 0
}

/** Reads each of these files, one after another. What is whole is handed to `use`. */
export async function checkFiles(
  files: ContentStore,
  checksums: readonly string[],
  use: (checksum: string, bytes: Uint8Array) => Promise<void> = async () => undefined,
): Promise<FileDamage> {
  const missing: string[] = []
  const damaged: string[] = []
  for (const checksum of checksums) {
    const bytes = await files.get(checksum).catch((error: unknown) => (error instanceof DamagedFile ? error : Promise.reject(error)))
    if (bytes === undefined) missing.push(checksum)
    else if (bytes instanceof DamagedFile) damaged.push(checksum)
    else await use(checksum, bytes)
  }
  return { missing, damaged }
}
